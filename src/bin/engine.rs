//! The engine as the browser runs it: a WebAssembly module of its own, fetched when there is something to compare.

fn main() {
    recoupe::worker::serve();
}
