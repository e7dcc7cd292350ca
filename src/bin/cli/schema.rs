//! `recoupe schema`: the JSON schema of what `compare --format json` prints, made from the types themselves.

use recoupe::exchange::contract::Document;

use crate::Outcome;

pub fn run() -> Outcome {
    let schema = schemars::schema_for!(Document);
    let mut bytes = serde_json::to_vec_pretty(&schema).map_err(|error| format!("JSON: {error}"))?;
    bytes.push(b'\n');
    Ok(bytes)
}
