//! The layouts of a comparison: they join state, measures and leaves.

mod cards;
mod claims;
mod dock;
mod own;
mod rows;
mod side_by_side;

pub use cards::Cards;
pub use claims::Claims;
pub use dock::Dock;
pub use own::Own;
pub use side_by_side::SideBySide;
