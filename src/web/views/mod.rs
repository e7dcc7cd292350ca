//! The layouts of a comparison: they join state, measures and leaves.

mod cards;
mod claims;
mod dock;
mod heads;
mod names;
mod own;
mod pages;
mod reports;
mod rows;
mod side_by_side;

pub use cards::Cards;
pub use claims::Claims;
pub use dock::Dock;
pub use heads::Heads;
pub use names::Names;
pub use own::Own;
pub use pages::Pages;
pub use reports::Reports;
pub use side_by_side::SideBySide;
