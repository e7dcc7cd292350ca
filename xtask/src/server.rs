//! A static server with the headers a public site should send, for one's own computer.
//!
//! It answers GET and HEAD, picks the compressed copy a browser takes, and never leaves its folder. The security headers
//! are the ones the browser tests run under: what works here works on a strict host.

use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// What the page may load: its own files, and no script, style or request besides.
///
/// `wasm-unsafe-eval` is what browsers ask for to compile WebAssembly; it allows no JavaScript `eval`.
pub const PAGE_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; \
     base-uri 'none'; form-action 'none'";

/// Newsrooms embed comparisons in their pages. Known to headers only, not to `<meta>`.
const FRAME_POLICY: &str = "frame-ancestors *";

/// How long a connection may stay silent.
const IDLE: Duration = Duration::from_secs(15);

/// The longest request head that is read; browsers stay far below.
const HEAD_BYTES: u64 = 32 * 1024;

const NOT_MODIFIED: &str = "304 Not Modified";

/// A listening socket of this computer alone.
pub struct Server {
    listener: TcpListener,
}

impl Server {
    /// Takes a port; `0` takes any that is free.
    ///
    /// # Errors
    /// If it is taken or not for this user.
    pub fn bind(port: u16) -> Result<Self> {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => Ok(Self { listener }),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                let other = port.checked_add(1).unwrap_or(8080);
                bail!("Port {port} is taken by another program. Choose another: cargo xtask serve --port {other}")
            }
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                bail!("Port {port} is kept for the administrator. Choose one above 1023: cargo xtask serve --port 8080")
            }
            Err(error) => Err(error).with_context(|| format!("cannot listen on port {port}")),
        }
    }

    /// Where a browser finds it.
    pub fn address(&self) -> String {
        let port = self.listener.local_addr().map_or(0, |address| address.port());
        format!("http://localhost:{port}/")
    }

    /// Serves a folder until the program ends.
    ///
    /// # Errors
    /// If there is no page in it.
    pub fn run(self, folder: &Path) -> Result<()> {
        if !folder.join("index.html").is_file() {
            bail!("{} holds no page yet; `cargo xtask build` makes it.", folder.display());
        }
        for stream in self.listener.incoming().flatten() {
            let folder = folder.to_owned();
            // A browser that goes away in the middle is no matter to report.
            std::thread::spawn(move || converse(&stream, &folder).ok());
        }
        Ok(())
    }
}

/// Answers the requests of one connection, one after the other.
fn converse(stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(head) = read_head(&mut reader)? {
        let request = Request::parse(&head);
        let response = respond(folder, request.as_ref());
        let with_body = request.is_none_or(|request| request.method != "HEAD");
        let mut writer = stream;
        writer.write_all(response.head().as_bytes())?;
        if with_body {
            writer.write_all(&response.body)?;
        }
        if request.is_none_or(|request| request.closes) {
            break;
        }
    }
    Ok(())
}

/// The lines up to the empty one; `None` when the browser has no more to ask.
fn read_head(reader: &mut impl BufRead) -> std::io::Result<Option<String>> {
    let mut head = Vec::new();
    let mut limited = reader.take(HEAD_BYTES);
    while !head.ends_with(b"\r\n\r\n") {
        if limited.read_until(b'\n', &mut head)? == 0 {
            return Ok(None);
        }
    }
    Ok(Some(String::from_utf8_lossy(&head).into_owned()))
}

/// What this server reads of a request.
#[derive(Clone, Copy, Debug)]
struct Request<'head> {
    method: &'head str,
    path: &'head str,
    accept_encoding: &'head str,
    if_none_match: &'head str,
    closes: bool,
}

impl<'head> Request<'head> {
    fn parse(head: &'head str) -> Option<Self> {
        let mut lines = head.split("\r\n");
        let mut words = lines.next()?.split(' ');
        let (method, target, version) = (words.next()?, words.next()?, words.next()?);
        let path = target.split(['?', '#']).next()?;
        let mut request = Self { method, path, accept_encoding: "", if_none_match: "", closes: version == "HTTP/1.0" };
        for (name, value) in lines.filter_map(|line| line.split_once(':')) {
            match name.to_ascii_lowercase().as_str() {
                "accept-encoding" => request.accept_encoding = value.trim(),
                "if-none-match" => request.if_none_match = value.trim(),
                "connection" => request.closes |= value.trim().eq_ignore_ascii_case("close"),
                // Nothing here takes a body; what follows one could not be told from it.
                "content-length" | "transfer-encoding" => request.closes = true,
                _ => {}
            }
        }
        Some(request)
    }

    /// Whether the browser takes an encoding: named, and not with a quality of zero.
    fn accepts(&self, encoding: &str) -> bool {
        self.accept_encoding.split(',').any(|offer| {
            let mut parts = offer.split(';').map(str::trim);
            let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
            let refused = parts.any(|part| {
                let quality = part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="));
                quality.and_then(|quality| quality.parse::<f32>().ok()).is_some_and(|quality| quality <= 0.0)
            });
            named && !refused
        })
    }
}

/// An answer, ready to send.
struct Response {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Response {
    fn plain(status: &'static str, text: &str) -> Self {
        let headers =
            vec![("Content-Type", "text/plain; charset=utf-8".to_owned()), ("Cache-Control", "no-store".to_owned())];
        Self { status, headers, body: text.as_bytes().to_vec() }
    }

    /// Status line and headers, with those every answer carries.
    fn head(&self) -> String {
        let policy = format!("{PAGE_POLICY}; {FRAME_POLICY}");
        let common = [
            ("Content-Security-Policy", policy.as_str()),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
        ];
        let own = self.headers.iter().map(|(name, value)| (*name, value.as_str()));
        let mut head = format!("HTTP/1.1 {}\r\n", self.status);
        for (name, value) in own.chain(common) {
            head.extend([name, ": ", value, "\r\n"]);
        }
        // "Not modified" has no body, and its length would be read as that of the file.
        if self.status != NOT_MODIFIED {
            head.extend(["Content-Length: ", &self.body.len().to_string(), "\r\n"]);
        }
        head + "\r\n"
    }
}

fn respond(folder: &Path, request: Option<&Request<'_>>) -> Response {
    let Some(request) = request else {
        return Response::plain("400 Bad Request", "This is not an HTTP request.\n");
    };
    if !matches!(request.method, "GET" | "HEAD") {
        let mut refusal = Response::plain("405 Method Not Allowed", "Only GET and HEAD are answered.\n");
        refusal.headers.push(("Allow", "GET, HEAD".to_owned()));
        return refusal;
    }
    match file_of(folder, request.path).filter(|file| file.is_file()) {
        Some(file) => serve_file(&file, request),
        None => Response::plain("404 Not Found", "There is nothing here.\n"),
    }
}

/// The file a path means; `None` if it would lead out of the folder or to a hidden file.
fn file_of(folder: &Path, path: &str) -> Option<PathBuf> {
    let decoded = percent_decode(path.strip_prefix('/')?)?;
    let relative = Path::new(&decoded);
    let inside = relative.components().all(|part| match part {
        Component::Normal(name) => !name.to_string_lossy().starts_with('.'),
        _ => false,
    });
    let file = folder.join(relative);
    inside.then(|| if file.is_dir() { file.join("index.html") } else { file })
}

fn percent_decode(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

fn serve_file(file: &Path, request: &Request<'_>) -> Response {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let mut headers = vec![
        ("Content-Type", content_type(&name).to_owned()),
        ("Cache-Control", cache_control(&name).to_owned()),
        ("Vary", "Accept-Encoding".to_owned()),
    ];
    let encoded = [("br", "br"), ("gzip", "gz")].into_iter().filter(|(encoding, _)| request.accepts(encoding));
    let copy = encoded.map(|(encoding, ending)| (encoding, file.with_file_name(format!("{name}.{ending}"))));
    let (encoding, chosen) = match copy.into_iter().find(|(_, copy)| copy.is_file()) {
        Some((encoding, copy)) => (Some(encoding), copy),
        None => (None, file.to_owned()),
    };
    let Ok(body) = fs::read(&chosen) else {
        return Response::plain("500 Internal Server Error", "The file cannot be read.\n");
    };
    if let Some(encoding) = encoding {
        headers.push(("Content-Encoding", encoding.to_owned()));
    }
    let tag = format!("\"{}\"", content_hash(&body));
    headers.push(("ETag", tag.clone()));
    if request.if_none_match.split(',').any(|known| known.trim() == tag) {
        return Response { status: NOT_MODIFIED, headers, body: Vec::new() };
    }
    Response { status: "200 OK", headers, body }
}

/// Changes whenever the content does (FNV-1a).
pub fn content_hash(content: &[u8]) -> String {
    let hash = content
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// Files whose name holds a hash of their content never change; others are asked for again each time.
fn cache_control(name: &str) -> &'static str {
    let hashed = name.split(['-', '_', '.']).any(|part| {
        part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    });
    if hashed { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "jsonld" => "application/ld+json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "tsv" => "text/tab-separated-values; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with a page, a script and its brotli copy, and a file outside of it.
    fn site(name: &str) -> PathBuf {
        let outer = crate::shell::root().join("target/tmp/xtask").join(name);
        let folder = outer.join("dist");
        fs::create_dir_all(folder.join("articles")).unwrap();
        fs::write(outer.join("secret.txt"), "secret").unwrap();
        fs::write(folder.join(".built-from"), "sources").unwrap();
        fs::write(folder.join("index.html"), "<p>page</p>").unwrap();
        fs::write(folder.join("app-0123456789abcdef.js"), "plain").unwrap();
        fs::write(folder.join("app-0123456789abcdef.js.br"), "brotli").unwrap();
        fs::write(folder.join("articles/été.txt"), "words").unwrap();
        folder
    }

    fn ask(folder: &Path, request: &str) -> (String, String) {
        let head = format!("{request}\r\n\r\n");
        let response = respond(folder, Request::parse(&head).as_ref());
        (response.head(), String::from_utf8(response.body).unwrap())
    }

    #[test]
    fn pages_come_with_the_policy() {
        let (head, body) = ask(&site("policy"), "GET /?x=1 HTTP/1.1");
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
        assert!(head.contains("script-src 'self' 'wasm-unsafe-eval';"), "{head}");
        assert!(head.contains("frame-ancestors *"), "{head}");
        assert!(head.contains("nosniff") && head.contains("text/html"), "{head}");
        assert_eq!(body, "<p>page</p>");
    }

    #[test]
    fn nothing_in_the_policy_allows_inline_code_or_other_hosts() {
        assert!(!PAGE_POLICY.contains("unsafe-inline") && !PAGE_POLICY.contains("'unsafe-eval'"));
        assert!(!PAGE_POLICY.contains("http") && !PAGE_POLICY.contains('*'));
    }

    #[test]
    fn the_compressed_copy_goes_to_those_who_take_it() {
        let folder = site("encoding");
        let script = "GET /app-0123456789abcdef.js HTTP/1.1\r\nAccept-Encoding:";
        let (head, body) = ask(&folder, &format!("{script} gzip, br;q=0.5"));
        assert!(head.contains("Content-Encoding: br") && head.contains("immutable"), "{head}");
        assert_eq!(body, "brotli");
        for others in ["gzip", "br;q=0", "", "brown"] {
            assert_eq!(ask(&folder, &format!("{script} {others}")).1, "plain", "{others}");
        }
    }

    #[test]
    fn nobody_leaves_the_folder() {
        let folder = site("escape");
        for path in
            ["/../secret.txt", "/%2e%2e/secret.txt", "/articles/../../secret.txt", "//etc/passwd", "/.built-from", "x"]
        {
            let (head, body) = ask(&folder, &format!("GET {path} HTTP/1.1"));
            assert!(head.starts_with("HTTP/1.1 404"), "{path}: {head}");
            assert!(!body.contains("secret") && !body.contains("sources"), "{path}");
        }
        assert_eq!(ask(&folder, "GET /articles/%C3%A9t%C3%A9.txt HTTP/1.1").1, "words");
    }

    #[test]
    fn a_known_copy_is_not_sent_again() {
        let folder = site("tag");
        let (head, _) = ask(&folder, "GET /index.html HTTP/1.1");
        let tag = head.lines().find_map(|line| line.strip_prefix("ETag: ")).unwrap();
        let (head, body) = ask(&folder, &format!("GET /index.html HTTP/1.1\r\nIf-None-Match: {tag}"));
        assert!(head.starts_with("HTTP/1.1 304") && body.is_empty(), "{head}");
    }

    #[test]
    fn other_methods_and_noise_are_refused() {
        let folder = site("noise");
        assert!(ask(&folder, "POST / HTTP/1.1").0.starts_with("HTTP/1.1 405"));
        assert!(ask(&folder, "noise").0.starts_with("HTTP/1.1 400"));
        assert!(ask(&folder, "GET /%zz HTTP/1.1").0.starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn a_taken_port_is_told_with_the_remedy() {
        let first = Server::bind(0).unwrap();
        let port = first.listener.local_addr().unwrap().port();
        let Err(error) = Server::bind(port) else { panic!("two servers took port {port}") };
        assert!(error.to_string().contains(&format!("--port {}", port.checked_add(1).unwrap_or(8080))), "{error}");
    }
}
