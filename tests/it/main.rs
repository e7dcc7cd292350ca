//! The native tests that span files: one binary, so that it links once.

mod align;
mod architecture;
mod article;
mod article_html;
mod article_html_safety;
mod attribution;
mod certainty;
mod choices;
mod cli;
mod date;
mod entity;
mod exports;
mod facts;
mod framing;
mod lexica;
mod other_languages;
mod pages;
mod quantity;
mod quotations;
mod robust;
mod segmentation;
mod shared_copy;
mod speakers;
mod speech;
mod splitting;
mod word_diff;
