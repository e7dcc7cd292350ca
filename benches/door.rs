//! How fast a web page is read: half a megabyte of markup around an article, as newspapers serve it.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use recoupe::article::{Hints, read};
use recoupe::lang::Lexica;

/// What newspapers serve for one article, in bytes.
const PAGE_BYTES: usize = 500_000;
/// Paragraphs of a long article.
const PARAGRAPHS: usize = 60;

fn page() -> String {
    let menu =
        "<li class=\"menu-item\"><a href=\"/monde/2020/le-pont\" data-track=\"menu\">Le monde</a></li>".repeat(600);
    let script = "<script>window.state = {\"a\": [1, 2, 3], \"b\": \"<p>\"};</script>".repeat(1_500);
    let teaser = "<div class=\"card\"><a href=\"/2\"><svg viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg><h3>Le maire a été \
        réélu dimanche</h3></a><p>Il obtient deux tiers des voix au premier tour, selon la préfecture.</p></div>";
    let paragraphs: Vec<String> = (0..PARAGRAPHS)
        .map(|at| {
            format!(
                "<p class=\"paragraph\">Fermé depuis {at} ans, le pont de la Loire a rouvert <a href=\"/3\">lundi matin</a> aux \
                 voitures, a annoncé la mairie dans un communiqué, devant une foule de curieux venus tôt. « Nous attendions \
                 ce jour », a dit un commerçant du quai.</p><div class=\"ad-slot\">Publicité</div>"
            )
        })
        .collect();
    let body = format!(
        "<html lang=\"fr\"><head><title>Le pont rouvre - Le Jour</title>{script}</head><body><nav><ul>{menu}</ul></nav><main>\
         <article><h1>Le pont de la Loire rouvre</h1>{}</article></main><aside>",
        paragraphs.concat()
    );
    let fill = PAGE_BYTES.saturating_sub(body.len()) / teaser.len();
    format!("{body}{}</aside></body></html>", teaser.repeat(fill))
}

fn door(criterion: &mut Criterion) {
    let lexica = Lexica::complete();
    let page = page();
    let mut group = criterion.benchmark_group("door");
    group.throughput(Throughput::Bytes(page.len() as u64));
    group.bench_function("html", |bencher| {
        bencher.iter(|| read(black_box(page.as_bytes()), &Hints::default(), &lexica));
    });
    group.finish();
}

criterion_group!(benches, door);
criterion_main!(benches);
