//! Where claims begin and end: sentences cut with `|`, frames in brackets; every word in one claim or one frame.

use std::fmt::Write as _;
use std::sync::LazyLock;

use proptest::prelude::*;
use recoupe::article::{Article, from_plain};
use recoupe::claim::{Claims, extract};
use recoupe::lang::{Language, Lexica};
use recoupe::segment::segment;
use recoupe::text::Span;

use crate::attribution;

static LEXICA: LazyLock<Lexica> = LazyLock::new(Lexica::complete);

fn claims(article: &Article) -> Claims {
    let lexicon = LEXICA.of(article.language);
    extract(article, &segment(article, lexicon), lexicon)
}

/// Each line cut into its claims.
fn show(language: Language, lines: &str) -> String {
    let mut out = String::new();
    for line in lines.lines() {
        let article = attribution::article(language, line);
        let parts: Vec<&str> = claims(&article).claims.iter().map(|claim| claim.span.of(line)).collect();
        let _ = writeln!(out, "{}", parts.join(" | "));
    }
    out
}

#[test]
fn french() {
    insta::assert_snapshot!(show(Language::French, "\
Le pont a rouvert lundi, et les bus circulent à nouveau.
Le pont a rouvert lundi et les bus circulent à nouveau.
La maire a signé l'arrêté et promet une nouvelle enquête publique.
La maire a signé l'arrêté municipal, puis a quitté la salle du conseil.
L'usine ferme ses portes mais garde ses cent ouvriers.
Le train a heurté un camion, qui transportait des bouteilles de gaz.
Le séisme a détruit trois villages, dont les habitants dorment dehors.
Le juge a entendu deux témoins, parmi lesquels figure un ancien ministre.
L'explosion, qui a fait douze morts, s'est produite près de la gare.
L'homme qui a tiré sur la foule est en fuite.
Le conseil a voté le budget ; l'opposition a quitté la salle.
Le bilan est lourd : douze personnes ont perdu la vie.
Trois axes sont ouverts : le nord, le sud et la mer.
La ville a ouvert huit routes, dont six pour les civils et deux pour les blessés.
La région compte douze hôpitaux, dont trois à Lyon et quatre à Grenoble.
La route est coupée, alors que les secours attendent depuis mardi.
Le prix du blé a doublé, tandis que celui du riz a baissé de moitié.
Le maire et le préfet ont visité le chantier du tunnel.
Paul Roy et Anne Petit ont gagné la course.
La pluie a cessé et le soleil brille.
Il a vu la mer et il a pleuré.
Le ministre dit que le blé manque et que les prix montent.
Le ministre dit que le blé manque dans le nord et que les prix montent partout.
Le maire affirme que la ville a payé les travaux, et l'État doit rembourser la moitié.
« La ville a payé les travaux, et l'État rembourse la moitié », affirme le maire.
Le match oppose Lyon à Nantes et se joue dimanche à Paris.
Le chien aboie, la caravane passe.
Elle a perdu sa maison, son emploi et ses économies dans l'incendie.
Le texte interdit la vente et la publicité des produits du tabac.
Selon la police, un homme a forcé la porte et a blessé deux gardiens.
Le groupe a vendu ses trois usines de papier pour éponger ses dettes, ce qui inquiète les syndicats.
Le stade, construit en 1998, accueille le match et reçoit dix mille visiteurs.
Le pays exporte du café et importe du pétrole.
Après l'orage, les secours ont évacué le camping (et la plage a été fermée) dans la soirée.
Il neige sur le col, où les camions sont bloqués depuis deux jours.
Le navire a coulé au large de Brest, où il était attendu, après une collision avec un cargo.
Les élus ont reporté le vote car deux rapports manquaient encore.
L'accord, signé jeudi, prévoit une trêve et ouvre trois couloirs humanitaires.
Le tribunal l'a condamné à deux ans de prison, et sa femme à six mois.
La banque a fermé trente agences et supprimé deux cents postes.
Les deux pays ont signé, la Suisse a refusé.
Elle a remercié le public, ses parents et ceux qui l'ont aidée pendant la campagne.
La maire a visité l'usine de papier, puis a annoncé que les travaux dureraient un an.
La maire a signé l'arrêté municipal du port et a promis que la digue tiendrait.
« Le pont est fermé pour un an, a dit la maire. La ville paiera les travaux. »"), @r#"
    Le pont a rouvert lundi | et les bus circulent à nouveau.
    Le pont a rouvert lundi | et les bus circulent à nouveau.
    La maire a signé l'arrêté | une nouvelle enquête publique.
    La maire a signé l'arrêté municipal | puis a quitté la salle du conseil.
    L'usine ferme ses portes | mais garde ses cent ouvriers.
    Le train a heurté un camion | qui transportait des bouteilles de gaz.
    Le séisme a détruit trois villages | dont les habitants dorment dehors.
    Le juge a entendu deux témoins | parmi lesquels figure un ancien ministre.
    L'explosion, qui a fait douze morts, s'est produite près de la gare.
    L'homme qui a tiré sur la foule est en fuite.
    Le conseil a voté le budget | l'opposition a quitté la salle.
    Le bilan est lourd : douze personnes ont perdu la vie.
    Trois axes sont ouverts : le nord, le sud et la mer.
    La ville a ouvert huit routes | dont six pour les civils | et deux pour les blessés.
    La région compte douze hôpitaux | dont trois à Lyon | et quatre à Grenoble.
    La route est coupée, alors que les secours attendent depuis mardi.
    Le prix du blé a doublé | tandis que celui du riz a baissé de moitié.
    Le maire et le préfet ont visité le chantier du tunnel.
    Paul Roy et Anne Petit ont gagné la course.
    La pluie a cessé et le soleil brille.
    Il a vu la mer et il a pleuré.
    que le blé manque | et que les prix montent.
    que le blé manque dans le nord | et que les prix montent partout.
    que la ville a payé les travaux | et l'État doit rembourser la moitié.
    « La ville a payé les travaux, et l'État rembourse la moitié »
    Le match oppose Lyon à Nantes | et se joue dimanche à Paris.
    Le chien aboie, la caravane passe.
    Elle a perdu sa maison, son emploi et ses économies dans l'incendie.
    Le texte interdit la vente et la publicité des produits du tabac.
    un homme a forcé la porte | et a blessé deux gardiens.
    Le groupe a vendu ses trois usines de papier pour éponger ses dettes, ce qui inquiète les syndicats.
    Le stade, construit en 1998, accueille le match | et reçoit dix mille visiteurs.
    Le pays exporte du café et importe du pétrole.
    Après l'orage, les secours ont évacué le camping (et la plage a été fermée) dans la soirée.
    Il neige sur le col, où les camions sont bloqués depuis deux jours.
    Le navire a coulé au large de Brest, où il était attendu, après une collision avec un cargo.
    Les élus ont reporté le vote car deux rapports manquaient encore.
    L'accord, signé jeudi, prévoit une trêve | et ouvre trois couloirs humanitaires.
    Le tribunal l'a condamné à deux ans de prison, et sa femme à six mois.
    La banque a fermé trente agences et supprimé deux cents postes.
    Les deux pays ont signé, la Suisse a refusé.
    Elle a remercié le public, ses parents et ceux qui l'ont aidée pendant la campagne.
    La maire a visité l'usine de papier | que les travaux dureraient un an.
    La maire a signé l'arrêté municipal du port | que la digue tiendrait.
    Le pont est fermé pour un an | La ville paiera les travaux.
    "#);
}

#[test]
fn english() {
    insta::assert_snapshot!(show(Language::English, "\
The bridge reopened on Monday, and buses are running again.
The bridge reopened on Monday and the buses are running again.
The mayor signed the order and promised a new public inquiry.
The council passed the budget, then left the hall.
The plant closed its doors but kept its hundred workers.
The train hit a truck, which was carrying gas bottles.
The quake destroyed three villages, whose residents now sleep outside.
The judge heard two witnesses, one of whom is a former minister.
The blast, which killed twelve people, took place near the station.
The man who shot at the crowd is on the run.
The council passed the budget; the opposition left the room.
The toll is heavy: twelve people lost their lives.
Three routes are open: the north, the south and the sea.
The city opened eight roads, including six for civilians and two for the wounded.
The road is cut, while rescue teams have been waiting since Tuesday.
Wheat prices doubled, whereas rice prices fell by half.
The mayor and the prefect visited the tunnel site.
Paul Roe and Ann Small won the race.
The rain stopped and the sun shines.
He saw the sea and he wept.
The minister said wheat is scarce in the north and prices are rising everywhere.
The minister said that wheat is scarce in the north and that prices are rising everywhere.
The mayor says the city paid for the works, and the state must refund half of it.
\"The city paid for the works, and the state refunds half,\" the mayor said.
The game pits Leeds against Hull and starts Sunday in London.
She lost her house, her job and her savings in the fire.
The law bans the sale and the advertising of tobacco products.
According to police, a man forced the door and wounded two guards.
The firm sold its three paper mills to pay its debts, which worries the unions.
The stadium, built in 1998, hosts the final and draws ten thousand visitors.
The country exports coffee and imports oil.
After the storm, crews cleared the camp site (and the beach was closed) in the evening.
It is snowing on the pass, where trucks have been stuck for two days.
The ship sank off Dover, where it was expected, after a collision with a freighter.
The councillors put off the vote because two reports were still missing.
The deal, signed Thursday, sets a truce and opens three aid corridors.
The bank closed thirty branches and cut two hundred jobs.
The court sentenced him to two years in prison, and his wife to six months.
She thanked the public, her parents and those who helped her during the campaign.
The bill passed the House and Senate without a single vote against it.
Two senators stayed away: Jane Cole, who is ill, and Tom Reed, who was in Rome.
The mayor toured the old paper mill and announced that the works would last a year.
\"The bridge is closed for a year,\" the mayor said. \"The city will pay for the works.\"
The storm, forecasters said, killed nine people and closed four airports.
The senator left the party and the house in May, but he acknowledged that the office was badly run."), @r#"
    The bridge reopened on Monday, and buses are running again.
    The bridge reopened on Monday and the buses are running again.
    The mayor signed the order | a new public inquiry.
    The council passed the budget, then left the hall.
    The plant closed its doors | but kept its hundred workers.
    The train hit a truck | which was carrying gas bottles.
    The quake destroyed three villages, whose residents now sleep outside.
    The judge heard two witnesses, one of whom is a former minister.
    The blast, which killed twelve people, took place near the station.
    The man who shot at the crowd is on the run.
    The council passed the budget | the opposition left the room.
    The toll is heavy: twelve people lost their lives.
    Three routes are open: the north, the south and the sea.
    The city opened eight roads | including six for civilians | and two for the wounded.
    The road is cut, while rescue teams have been waiting since Tuesday.
    Wheat prices doubled | whereas rice prices fell by half.
    The mayor and the prefect visited the tunnel site.
    Paul Roe and Ann Small won the race.
    The rain stopped and the sun shines.
    He saw the sea and he wept.
    wheat is scarce in the north and prices are rising everywhere.
    that wheat is scarce in the north | and that prices are rising everywhere.
    the city paid for the works | and the state must refund half of it.
    "The city paid for the works, and the state refunds half,"
    The game pits Leeds against Hull and starts Sunday in London.
    She lost her house, her job and her savings in the fire.
    The law bans the sale and the advertising of tobacco products.
    a man forced the door and wounded two guards.
    The firm sold its three paper mills to pay its debts, which worries the unions.
    The stadium, built in 1998, hosts the final | and draws ten thousand visitors.
    The country exports coffee and imports oil.
    After the storm, crews cleared the camp site (and the beach was closed) in the evening.
    It is snowing on the pass, where trucks have been stuck for two days.
    The ship sank off Dover, where it was expected, after a collision with a freighter.
    The councillors put off the vote because two reports were still missing.
    The deal, signed Thursday, sets a truce | and opens three aid corridors.
    The bank closed thirty branches | and cut two hundred jobs.
    The court sentenced him to two years in prison, and his wife to six months.
    She thanked the public, her parents and those who helped her during the campaign.
    The bill passed the House and Senate without a single vote against it.
    Two senators stayed away | Jane Cole, who is ill, and Tom Reed, who was in Rome.
    The mayor toured the old paper mill | that the works would last a year.
    "The bridge is closed for a year," | "The city will pay for the works."
    The storm, forecasters said, killed nine people | and closed four airports.
    The senator left the party and the house in May | that the office was badly run.
    "#);
}

/// Words that no claim and no frame holds, or that several claims do.
fn misplaced(article: &Article) -> Vec<String> {
    let found = claims(article);
    let holders = |word: Span| found.claims.iter().filter(|claim| claim.span.contains(word)).count();
    let framed = |word: Span| found.claims.iter().any(|claim| claim.frame.is_some_and(|frame| frame.contains(word)));
    let words = found.tokens.iter().filter(|token| token.is_word()).map(|token| token.span);
    let misplaced = words.filter(|&word| match holders(word) {
        0 => !framed(word),
        held => held > 1,
    });
    misplaced.map(|word| format!("{}@{}", word.of(&article.text), word.start)).collect()
}

#[test]
fn every_word_of_the_first_case_has_one_place() {
    for page in [include_str!("../../public/articles/rfi.txt"), include_str!("../../public/articles/rt-france.txt")] {
        assert_eq!(misplaced(&Article { language: Language::French, ..from_plain(page) }), Vec::<String>::new());
    }
}

/// Parts of sentences that meet in any order.
const PARTS: &[&str] = &[
    "le pont a rouvert lundi matin",
    "et la ville a payé deux millions d'euros",
    ", qui relie les deux rives du fleuve,",
    "a déclaré la maire, Anne Morel,",
    "selon la préfecture",
    "« Nous avons prévenu tout le monde »",
    "« Rien n'est perdu, a-t-il dit. La route est longue. »",
    "« Il m'a dit : “Je ne reviendrai jamais dans cette ville.” »",
    "dit-elle",
    "que les travaux dureront jusqu'en mai",
    "et que rien ne sera rendu",
    ", dont six pour les civils et deux pour les blessés",
    ":",
    ";",
    ".",
    "!",
    ",",
    "«",
    "»",
    "(",
    ")",
    "— Tu viens ?",
    "\n",
    "\n\n",
    "et promet une enquête",
    "précisant que tout est prêt",
    "Oui.",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_has_one_place(parts in prop::collection::vec(0..PARTS.len(), 1..16)) {
        let text = parts.iter().map(|&at| PARTS[at]).collect::<Vec<_>>().join(" ");
        let article = Article { language: Language::French, ..from_plain(&text) };
        prop_assert_eq!(misplaced(&article), Vec::<String>::new(), "{}", text);
    }
}
