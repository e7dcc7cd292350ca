//! Mounts the browser application.

fn main() {
    recoupe::web::mount();
}
