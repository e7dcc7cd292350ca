//! What is done to the page after Trunk wrote it: its policy written into it, its styles joined into one file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::server;

/// Finishes `index.html` in a folder that Trunk wrote.
///
/// # Errors
/// If the page or a style it names cannot be read, or it names no character set.
pub fn finish(folder: &Path) -> Result<()> {
    let file = folder.join("index.html");
    let page = fs::read_to_string(&file).context("Trunk wrote no dist/index.html")?;
    let (page, styles) = take_styles(&page);
    let page = if styles.is_empty() { page } else { join_styles(folder, &page, &styles)? };
    fs::write(file, forbid_by_default(&page)?)?;
    Ok(())
}

/// Writes the styles into one file and names it in the page.
fn join_styles(folder: &Path, page: &str, styles: &[String]) -> Result<String> {
    let css = styles.iter().map(|name| {
        let file = folder.join(name);
        let css = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        fs::remove_file(&file)?;
        Ok(css)
    });
    let css = css.collect::<Result<Vec<_>>>()?.join("\n");
    let name = format!("style-{}.css", server::content_hash(css.as_bytes()));
    fs::write(folder.join(&name), css)?;
    Ok(page.replacen(STYLES_PLACE, &format!(r#"<link rel="stylesheet" href="./{name}">"#), 1))
}

/// Where the first style stood; no text a page could hold.
const STYLES_PLACE: &str = "\u{0}styles\u{0}";

/// The page without its links to styles, and the files they name. Sources stay one a component while the browser asks
/// for a single file, whose words compress better together.
fn take_styles(page: &str) -> (String, Vec<String>) {
    const START: &str = r#"<link rel="stylesheet""#;
    let (mut kept, mut names, mut rest) = (String::new(), Vec::new(), page);
    while let Some((before, link)) = rest.split_once(START) {
        let (attributes, after) = link.split_once('>').unwrap_or((link, ""));
        kept.push_str(before.trim_end_matches([' ', '\n']));
        if names.is_empty() {
            kept.push_str(STYLES_PLACE);
        }
        let href = attributes.split_once("href=\"").and_then(|(_, value)| value.split_once('"'));
        names.extend(href.map(|(href, _)| href.trim_start_matches("./").to_owned()));
        rest = after;
    }
    kept.push_str(rest);
    (kept, names)
}

/// Writes the policy into the page too, so that it holds on servers that send no headers of ours.
fn forbid_by_default(page: &str) -> Result<String> {
    const CHARSET: &str = r#"<meta charset="utf-8">"#;
    ensure!(page.contains(CHARSET), "index.html must have {CHARSET}: the policy is put behind it.");
    let policy = format!(r#"{CHARSET}<meta http-equiv="Content-Security-Policy" content="{}">"#, server::PAGE_POLICY);
    Ok(page.replacen(CHARSET, &policy, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_become_one_file_in_their_order() {
        let folder = crate::shell::root().join("target/tmp/xtask/page");
        fs::create_dir_all(&folder).unwrap();
        let page = r#"<head><meta charset="utf-8">
<link rel="stylesheet" href="./b-1.css" integrity="sha384-x"/>
<link rel="icon" href="./i.svg">
<link rel="stylesheet" href="./a-2.css"></head>"#;
        fs::write(folder.join("index.html"), page).unwrap();
        fs::write(folder.join("b-1.css"), "b {}").unwrap();
        fs::write(folder.join("a-2.css"), "a {}").unwrap();
        finish(&folder).unwrap();
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        let name = page.split_once(r#"stylesheet" href="./"#).unwrap().1.split_once('"').unwrap().0;
        assert_eq!(fs::read_to_string(folder.join(name)).unwrap(), "b {}\na {}");
        assert_eq!(page.matches("stylesheet").count(), 1, "{page}");
        assert!(
            page.contains(r#"<link rel="icon""#) && page.contains("http-equiv=\"Content-Security-Policy\""),
            "{page}"
        );
        assert!(!folder.join("a-2.css").exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
