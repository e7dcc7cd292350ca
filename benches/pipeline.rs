//! How fast two articles are read and compared: the public first case, its tables loaded outside the clock.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use recoupe::align::find_shared_copy;
use recoupe::article::{Article, Hints, from_plain, read};
use recoupe::claim::extract;
use recoupe::compare::{Options, analyse, compare};
use recoupe::lang::{Language, Lexica};
use recoupe::segment::segment;

const PAIR: [&[u8]; 2] =
    [include_bytes!("../public/articles/rfi.txt"), include_bytes!("../public/articles/rt-france.txt")];

/// News agencies' longest dispatches, and then some: shows whether cost grows with length alone.
const LONG_FACTOR: usize = 20;

fn bytes(articles: &[Article]) -> Throughput {
    Throughput::Bytes(articles.iter().map(|article| article.text.len() as u64).sum())
}

fn pipeline(criterion: &mut Criterion) {
    let lexica = Lexica::complete();
    let options = Options::default();
    let pair = PAIR.map(|page| read(page, &Hints::default(), &lexica).expect("the first case can be read"));
    let long = pair.each_ref().map(|article| from_plain(&article.text.repeat(LONG_FACTOR)));
    let mut group = criterion.benchmark_group("pipeline");
    group.throughput(bytes(&pair));
    group.bench_function("read", |bencher| {
        bencher.iter(|| PAIR.map(|page| read(black_box(page), &Hints::default(), &lexica)));
    });
    group.bench_function("analyse", |bencher| {
        bencher.iter(|| pair.each_ref().map(|it| analyse(black_box(it), &lexica)));
    });
    group.bench_function("compare_pair", |bencher| bencher.iter(|| compare(black_box(&pair), &lexica, &options)));
    group.sample_size(10).throughput(bytes(&long));
    group.bench_function("compare_long_pair", |bencher| bencher.iter(|| compare(black_box(&long), &lexica, &options)));
    group.finish();
}

/// Two articles of so many words each, every other sentence the same in both, made of the first case's words.
fn dispatches(words: usize) -> [Article; 2] {
    const SENTENCE_WORDS: usize = 20;
    let known: Vec<&str> = std::str::from_utf8(PAIR[0]).expect("UTF-8").split_whitespace().collect();
    let mut state = 1u64;
    let mut sentence = || {
        let mut word = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            known[(state >> 33) as usize % known.len()]
        };
        (0..SENTENCE_WORDS).map(|_| word()).collect::<Vec<_>>().join(" ") + ".\n\n"
    };
    let mut texts = [String::new(), String::new()];
    for at in 0..words / SENTENCE_WORDS {
        let shared = sentence();
        for text in &mut texts {
            text.push_str(&if at % 2 == 0 { shared.clone() } else { sentence() });
        }
    }
    texts.map(|text| from_plain(&text))
}

fn shared_copy(criterion: &mut Criterion) {
    const WORDS: usize = 20_000;
    let lexica = Lexica::complete();
    let articles = dispatches(WORDS);
    let analysed = articles.each_ref().map(|article| analyse(article, &lexica));
    let mut group = criterion.benchmark_group("shared_copy");
    group.sample_size(10).throughput(bytes(&articles));
    group.bench_function("long_pair", |bencher| bencher.iter(|| find_shared_copy(black_box(&analysed), &lexica)));
    group.finish();
}

/// Finding who says what in a text as long as a novel: 100,000 words are to take less than a second.
fn claims(criterion: &mut Criterion) {
    const WORDS: usize = 100_000;
    let lexica = Lexica::complete();
    let pair = PAIR.map(|page| read(page, &Hints::default(), &lexica).expect("the first case can be read"));
    let text = pair.map(|article| article.text).join("\n\n");
    let article = from_plain(&[text.as_str()].repeat(WORDS / text.split_whitespace().count() + 1).join("\n\n"));
    let lexicon = lexica.of(Language::French);
    let segmentation = segment(&article, lexicon);
    let endless = from_plain(&article.text.split_whitespace().map(unstopped).collect::<Vec<_>>().join(" "));
    let one_sentence = segment(&endless, lexicon);
    let mut group = criterion.benchmark_group("claims");
    group.sample_size(10).throughput(bytes(std::slice::from_ref(&article)));
    group.bench_function("segment_100k_words", |bencher| bencher.iter(|| segment(black_box(&article), lexicon)));
    group.bench_function("extract_100k_words", |bencher| {
        bencher.iter(|| extract(black_box(&article), &segmentation, lexicon));
    });
    group.bench_function("extract_sentence_of_100k_words", |bencher| {
        bencher.iter(|| extract(black_box(&endless), &one_sentence, lexicon));
    });
    group.finish();
}

/// A word with a comma for the stop behind it, so that no sentence ends.
fn unstopped(word: &str) -> String {
    word.replace(['.', '!', '?'], ",")
}

fn tables(criterion: &mut Criterion) {
    criterion.bench_function("load_tables", |bencher| bencher.iter(Lexica::complete));
}

criterion_group!(benches, pipeline, claims, shared_copy, tables);
criterion_main!(benches);
