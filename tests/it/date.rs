//! Dates: sentences that must give one, with its value, and sentences that must not.

use std::fmt::Write as _;

use recoupe::claim::date;
use recoupe::lang::{Language, Lexica};

/// The dates of each line as text, for an article of Friday 21 October 2016.
fn show(language: Language, lines: &str) -> String {
    let lexicon = LEXICA.of(language);
    let today = time::Date::from_calendar_date(2016, time::Month::October, 21).ok();
    let mut out = String::new();
    for line in lines.lines() {
        let tokens = lexicon.tokens(line);
        out.push_str(line);
        out.push('\n');
        for one in date::find(line, &tokens, lexicon, today) {
            let iso = one.iso.as_deref().unwrap_or("?");
            let _ = writeln!(out, "    {iso} {:?} «{}»", one.precision, one.span.of(line));
        }
    }
    out
}

#[test]
#[expect(clippy::too_many_lines, reason = "one snapshot, read as a list")]
fn french() {
    insta::assert_snapshot!(show(Language::French, "\
À Moscou, le 21 octobre 2016, et le 13 octobre, puis le 1er mai.
Il a parlé jeudi 20 octobre ; la réunion se tiendra mercredi, a-t-il dit hier.
Jeudi, ils ont voté. La réunion sera organisée jeudi.
Depuis 7 jours, aucun raid n'a eu lieu ; il y a trois mois, c'était différent.
La trêve court jusqu'au 22 octobre, du 13 au 20 octobre dans le nord.
La semaine dernière, le mois dernier, l'an dernier, cette année.
Début octobre, fin 2015, mi-octobre, en 1962 et depuis 2011.
L'attaque a eu lieu à 14h20, puis à 11H00 (04H00 GMT), vers 18 heures et à minuit.
La veille, il avait démissionné. Le 12 mars, il est parti ; le lendemain, il est revenu.
En mars, en mai dernier, au mois d'août, de janvier à juin.
Le texte date du 20/10/2016, ou 2016-10-21, ou 20.10.2016.
Jeudi dernier à 14 h 30, vendredi prochain, lundi matin, dimanche soir.
Les années 1990 ; entre 2010 et 2014 ; la période 2014-2015.
Ces trois derniers jours ; dans deux semaines il sera parti ; trois jours plus tard.
Aujourd'hui, demain, avant-hier et ce matin.
Il sera jugé en novembre ; élu en décembre.
Le 7 janvier 2015 à 11h30, trois hommes sont entrés.
Le mandat de 2008 s'achève d'ici à 2017, avant fin mars.
Le procès, ouvert lundi, reprendra vendredi.
Il a été élu le 6 mai 2012 et battu en 2017.
Les faits remontent à 2003, à l'été 2004 et à décembre 1999.
Entre lundi et mercredi, il a plu ; du 1er au 3 mars aussi.
Ce week-end, cette semaine et le mois prochain.
Il y a dix ans, la loi changeait ; il y a deux jours encore.
Le vote aura lieu dimanche prochain à 20 heures.
Depuis janvier, depuis lundi et depuis trois semaines.
"), @r"
    À Moscou, le 21 octobre 2016, et le 13 octobre, puis le 1er mai.
        2016-10-21 Day «21 octobre 2016»
        2016-10-13 Day «13 octobre»
        2016-05-01 Day «1er mai»
    Il a parlé jeudi 20 octobre ; la réunion se tiendra mercredi, a-t-il dit hier.
        2016-10-20 Day «jeudi 20 octobre»
        2016-10-26 Day «mercredi»
        2016-10-20 Day «hier»
    Jeudi, ils ont voté. La réunion sera organisée jeudi.
        2016-10-20 Day «Jeudi»
        2016-10-27 Day «jeudi»
    Depuis 7 jours, aucun raid n'a eu lieu ; il y a trois mois, c'était différent.
        2016-10-14/2016-10-21 Day «Depuis 7 jours»
        2016-07 Month «il y a trois mois»
    La trêve court jusqu'au 22 octobre, du 13 au 20 octobre dans le nord.
        ../2016-10-22 Day «jusqu'au 22 octobre»
        2016-10-13/2016-10-20 Day «du 13 au 20 octobre»
    La semaine dernière, le mois dernier, l'an dernier, cette année.
        2016-10-10/2016-10-16 Day «La semaine dernière»
        2016-09 Month «le mois dernier»
        2015 Year «l'an dernier»
        2016 Year «cette année»
    Début octobre, fin 2015, mi-octobre, en 1962 et depuis 2011.
        2016-10 Month «Début octobre»
        2015 Year «fin 2015»
        2016-10 Month «mi-octobre»
        1962 Year «1962»
        2011/.. Year «depuis 2011»
    L'attaque a eu lieu à 14h20, puis à 11H00 (04H00 GMT), vers 18 heures et à minuit.
        T14:20 Hour «à 14h20»
        T11:00 Hour «à 11H00 (04H00 GMT)»
        T18:00 Hour «vers 18 heures»
        T00:00 Hour «à minuit»
    La veille, il avait démissionné. Le 12 mars, il est parti ; le lendemain, il est revenu.
        ? Day «La veille»
        2016-03-12 Day «12 mars»
        2016-03-13 Day «le lendemain»
    En mars, en mai dernier, au mois d'août, de janvier à juin.
        2016-03 Month «mars»
        2016-05 Month «mai dernier»
        2016-08 Month «août»
        2016-01/2016-06 Month «de janvier à juin»
    Le texte date du 20/10/2016, ou 2016-10-21, ou 20.10.2016.
        2016-10-20 Day «20/10/2016»
        2016-10-21 Day «2016-10-21»
        2016-10-20 Day «20.10.2016»
    Jeudi dernier à 14 h 30, vendredi prochain, lundi matin, dimanche soir.
        2016-10-20T14:30 Hour «Jeudi dernier à 14 h 30»
        2016-10-28 Day «vendredi prochain»
        2016-10-17 Day «lundi matin»
        2016-10-16 Day «dimanche soir»
    Les années 1990 ; entre 2010 et 2014 ; la période 2014-2015.
        1990/1999 Year «Les années 1990»
        2010/2014 Year «entre 2010 et 2014»
        2014/2015 Year «2014-2015»
    Ces trois derniers jours ; dans deux semaines il sera parti ; trois jours plus tard.
        2016-10-18/2016-10-21 Day «trois derniers jours»
        2016-10-31/2016-11-06 Day «dans deux semaines»
        ? Day «trois jours plus tard»
    Aujourd'hui, demain, avant-hier et ce matin.
        2016-10-21 Day «Aujourd'hui»
        2016-10-22 Day «demain»
        2016-10-19 Day «avant-hier»
        2016-10-21 Day «ce matin»
    Il sera jugé en novembre ; élu en décembre.
        2016-11 Month «novembre»
        2015-12 Month «décembre»
    Le 7 janvier 2015 à 11h30, trois hommes sont entrés.
        2015-01-07T11:30 Hour «7 janvier 2015 à 11h30»
    Le mandat de 2008 s'achève d'ici à 2017, avant fin mars.
        2008 Year «2008»
        ../2017 Year «d'ici à 2017»
        2016-03 Month «fin mars»
    Le procès, ouvert lundi, reprendra vendredi.
        2016-10-17 Day «lundi»
        2016-10-21 Day «vendredi»
    Il a été élu le 6 mai 2012 et battu en 2017.
        2012-05-06 Day «6 mai 2012»
        2017 Year «2017»
    Les faits remontent à 2003, à l'été 2004 et à décembre 1999.
        2004-06/2004-08 Month «été 2004»
        1999-12 Month «décembre 1999»
    Entre lundi et mercredi, il a plu ; du 1er au 3 mars aussi.
        2016-10-17/2016-10-19 Day «Entre lundi et mercredi»
        2016-03-01/2016-03-03 Day «du 1er au 3 mars»
    Ce week-end, cette semaine et le mois prochain.
        2016-10-15/2016-10-16 Day «Ce week-end»
        2016-10-17/2016-10-23 Day «cette semaine»
        2016-11 Month «le mois prochain»
    Il y a dix ans, la loi changeait ; il y a deux jours encore.
        2006 Year «Il y a dix ans»
        2016-10-19 Day «il y a deux jours»
    Le vote aura lieu dimanche prochain à 20 heures.
        2016-10-23T20:00 Hour «dimanche prochain à 20 heures»
    Depuis janvier, depuis lundi et depuis trois semaines.
        2016-01/.. Month «Depuis janvier»
        2016-10-17/.. Day «depuis lundi»
        2016-09-30/2016-10-21 Day «depuis trois semaines»
    ");
}

#[test]
fn french_must_not() {
    insta::assert_snapshot!(show(Language::French, "\
Le vendredi saint et le journal du dimanche.
Il marche sur mars et rêve de mai.
Il a payé 2000 euros et 1962 dollars, soit de 1500 à 2000 euros.
La trêve de 11 heures par jour dure onze heures.
Il y a trois personnes ici ; il y a du monde.
Son avril fut beau ; l'article 20 de la loi.
La route 66 et les 20 députés.
Deux morts et sept blessés sur le Champ de Mars.
"), @r"
    Le vendredi saint et le journal du dimanche.
    Il marche sur mars et rêve de mai.
        2016-05 Month «mai»
    Il a payé 2000 euros et 1962 dollars, soit de 1500 à 2000 euros.
    La trêve de 11 heures par jour dure onze heures.
    Il y a trois personnes ici ; il y a du monde.
    Son avril fut beau ; l'article 20 de la loi.
    La route 66 et les 20 députés.
    Deux morts et sept blessés sur le Champ de Mars.
    ");
}

#[test]
#[expect(clippy::too_many_lines, reason = "one snapshot, read as a list")]
fn english() {
    insta::assert_snapshot!(show(Language::English, "\
On October 20, 2016, and 20 October, and Oct. 13, and the 1st of May.
He spoke on Thursday; the meeting will be held on Wednesday, he said yesterday.
Last month, last year, last week, this year and next week.
Three days ago he left; since 2011 he had worked here, until October 22.
From October 13 to 20, between 13 and 20 October, October 13-20.
At 7 p.m. on Tuesday, at 7:30 pm, at noon, around 11 a.m. local time.
In early October, late 2015, mid-October, in May and last March.
Over the past two weeks, in the last 10 years, in three days he will leave.
The 1990s; the 2008 election; in 1962; 2014-2015.
The day before, he had resigned. On March 12 he left; the following day he came back.
Tuesday night, Monday morning, last Friday, next Friday.
He will be tried in November; he was elected in December.
On Friday, Oct. 21, 2016, at 9:15 a.m. EDT, it began.
Two weeks later he died. Tonight, tomorrow, today.
The law of July 2015; by the end of 2017; on 10/20/2016 and 2016-10-21.
The trial, which opened Monday, will resume on Friday.
He was elected on May 6, 2012, and beaten in 2017.
It dates from 2003, the summer of 2004 and December 1999.
Between Monday and Wednesday it rained; from March 1 to 3 too.
This weekend, this week and next month.
Ten years ago the law changed; two days ago again.
The vote will take place next Sunday at 8 p.m.
Since January, since Monday and for the past three weeks.
The bill for families of Sept. 11 victims; the 19 Sept. 11 hijackers.
The years 2006 through 2011.
"), @r"
    On October 20, 2016, and 20 October, and Oct. 13, and the 1st of May.
        2016-10-20 Day «October 20, 2016»
        2016-10-20 Day «20 October»
        2016-10-13 Day «Oct. 13»
        2016-05-01 Day «1st of May»
    He spoke on Thursday; the meeting will be held on Wednesday, he said yesterday.
        2016-10-20 Day «Thursday»
        2016-10-26 Day «Wednesday»
        2016-10-20 Day «yesterday»
    Last month, last year, last week, this year and next week.
        2016-09 Month «Last month»
        2015 Year «last year»
        2016-10-10/2016-10-16 Day «last week»
        2016 Year «this year»
        2016-10-24/2016-10-30 Day «next week»
    Three days ago he left; since 2011 he had worked here, until October 22.
        2016-10-18 Day «Three days ago»
        2011/.. Year «since 2011»
        ../2016-10-22 Day «until October 22»
    From October 13 to 20, between 13 and 20 October, October 13-20.
        2016-10-13/2016-10-20 Day «From October 13 to 20»
        2016-10-13/2016-10-20 Day «between 13 and 20 October»
        2016-10-13/2016-10-20 Day «October 13-20»
    At 7 p.m. on Tuesday, at 7:30 pm, at noon, around 11 a.m. local time.
        2016-10-18T19:00 Hour «At 7 p.m. on Tuesday»
        T19:30 Hour «at 7:30 pm»
        T12:00 Hour «at noon»
        T11:00 Hour «around 11 a.m. local time»
    In early October, late 2015, mid-October, in May and last March.
        2016-10 Month «In early October»
        2015 Year «late 2015»
        2016-10 Month «mid-October»
        2016-05 Month «May»
        2016-03 Month «March»
    Over the past two weeks, in the last 10 years, in three days he will leave.
        2016-10-07/2016-10-21 Day «past two weeks»
        2006-10-21/2016-10-21 Year «last 10 years»
        2016-10-24 Day «in three days»
    The 1990s; the 2008 election; in 1962; 2014-2015.
        1990/1999 Year «1990s»
        2008 Year «2008»
        1962 Year «1962»
        2014/2015 Year «2014-2015»
    The day before, he had resigned. On March 12 he left; the following day he came back.
        ? Day «The day before»
        2016-03-12 Day «March 12»
        2016-03-13 Day «the following day»
    Tuesday night, Monday morning, last Friday, next Friday.
        2016-10-18 Day «Tuesday night»
        2016-10-17 Day «Monday morning»
        2016-10-14 Day «last Friday»
        2016-10-28 Day «next Friday»
    He will be tried in November; he was elected in December.
        2016-11 Month «November»
        2015-12 Month «December»
    On Friday, Oct. 21, 2016, at 9:15 a.m. EDT, it began.
        2016-10-21T09:15 Hour «Friday, Oct. 21, 2016, at 9:15 a.m. EDT»
    Two weeks later he died. Tonight, tomorrow, today.
        ? Day «Two weeks later»
        2016-10-21 Day «Tonight»
        2016-10-22 Day «tomorrow»
        2016-10-21 Day «today»
    The law of July 2015; by the end of 2017; on 10/20/2016 and 2016-10-21.
        2015-07 Month «July 2015»
        ../2017 Year «by the end of 2017»
        2016-10-20 Day «10/20/2016»
        2016-10-21 Day «2016-10-21»
    The trial, which opened Monday, will resume on Friday.
        2016-10-17 Day «Monday»
        2016-10-21 Day «Friday»
    He was elected on May 6, 2012, and beaten in 2017.
        2012-05-06 Day «May 6, 2012»
        2017 Year «2017»
    It dates from 2003, the summer of 2004 and December 1999.
        2003/.. Year «from 2003»
        2004-06/2004-08 Month «summer of 2004»
        1999-12 Month «December 1999»
    Between Monday and Wednesday it rained; from March 1 to 3 too.
        2016-10-17/2016-10-19 Day «Between Monday and Wednesday»
        2016-03-01/2016-03-03 Day «from March 1 to 3»
    This weekend, this week and next month.
        2016-10-15/2016-10-16 Day «This weekend»
        2016-10-17/2016-10-23 Day «this week»
        2016-11 Month «next month»
    Ten years ago the law changed; two days ago again.
        2006 Year «Ten years ago»
        2016-10-19 Day «two days ago»
    The vote will take place next Sunday at 8 p.m.
        2016-10-23T20:00 Hour «next Sunday at 8 p.m.»
    Since January, since Monday and for the past three weeks.
        2016-01/.. Month «Since January»
        2016-10-17/.. Day «since Monday»
        2016-09-30/2016-10-21 Day «past three weeks»
    The bill for families of Sept. 11 victims; the 19 Sept. 11 hijackers.
        2001-09-11 Day «Sept. 11 victims»
        2001-09-11 Day «Sept. 11 hijackers»
    The years 2006 through 2011.
        2006/2011 Year «2006 through 2011»
    ");
}

#[test]
fn english_must_not() {
    insta::assert_snapshot!(show(Language::English, "\
Black Friday and Theresa May.
They may march in the street; a march may be long.
He paid 2000 dollars and 1,962 euros.
The truce lasts 11 hours a day.
Protesters march on; soldiers march from May Street.
It may rain. March on, he said.
Section 20 of the act, 20 lawmakers.
10/11/2016 could be either.
The Sunday Times said so.
"), @r"
    Black Friday and Theresa May.
    They may march in the street; a march may be long.
    He paid 2000 dollars and 1,962 euros.
    The truce lasts 11 hours a day.
    Protesters march on; soldiers march from May Street.
        2016-05/.. Month «from May»
    It may rain. March on, he said.
    Section 20 of the act, 20 lawmakers.
    10/11/2016 could be either.
    The Sunday Times said so.
    ");
}

static LEXICA: std::sync::LazyLock<Lexica> = std::sync::LazyLock::new(Lexica::complete);

proptest::proptest! {
    /// Any text at all: nothing panics, spans are in order and on character boundaries, twice the same.
    #[test]
    fn any_text(text in "[0-9]{0,4}( |[0-9]|du|au|mars|May|jeudi|last|depuis|since|to|h|ago|il y a|-|/|\\PC){0,60}") {
        for language in [Language::French, Language::English, Language::Other] {
            let lexicon = LEXICA.of(language);
            let tokens = lexicon.tokens(&text);
            let found = date::find(&text, &tokens, lexicon, time::Date::from_ordinal_date(2020, 60).ok());
            let mut end = 0;
            for one in &found {
                proptest::prop_assert!(one.span.start >= end && text.get(one.span.range()).is_some());
                end = one.span.end;
            }
            proptest::prop_assert_eq!(&found, &date::find(&text, &tokens, lexicon, time::Date::from_ordinal_date(2020, 60).ok()));
        }
    }
}
