//! How fast two articles are read and compared: the public first case, its tables loaded outside the clock.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use recoupe::article::{Article, Hints, from_plain, read};
use recoupe::compare::{Options, analyse, compare};
use recoupe::lang::Lexica;

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

fn tables(criterion: &mut Criterion) {
    criterion.bench_function("load_tables", |bencher| bencher.iter(Lexica::complete));
}

criterion_group!(benches, pipeline, tables);
criterion_main!(benches);
