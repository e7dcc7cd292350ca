//! What the application is drawn with: leaves over plain data, one a file. None calls the engine, none names a
//! browser interface; each has its style sheet of the same name.

mod article_text;
mod claim_card;
mod claims_table;
mod colophon;
mod detail_lone;
mod detail_pair;
mod detail_side;
mod difference_list;
mod evidence_list;
mod legend_panel;
mod legend_switches;
mod lone_list;
mod margin_hatch;
mod marked_text;
mod overview_bar;
mod own_texts;
mod ribbon;
mod rung_picture;
mod source_head;
mod status_line;
mod steps;
mod top_bar;
mod view_tabs;

pub use article_text::ArticleText;
pub use claim_card::{CardData, CardSide, ClaimCard};
pub use claims_table::ClaimsTable;
pub use colophon::{Colophon, Imprint};
pub use detail_lone::DetailLone;
pub use detail_pair::DetailPair;
pub use legend_panel::LegendPanel;
pub use legend_switches::LegendSwitches;
pub use lone_list::{LoneItem, LoneList};
pub use margin_hatch::MarginHatch;
pub use overview_bar::OverviewBar;
pub use own_texts::{OwnText, OwnTexts};
pub use ribbon::Ribbon;
pub use source_head::{SourceCard, SourceHead};
pub use status_line::{StatusLine, StatusText};
pub use steps::Steps;
pub use top_bar::TopBar;
pub use view_tabs::ViewTabs;
