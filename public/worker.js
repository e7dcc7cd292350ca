// Runs the engine away from the page, so that a comparison never holds up reading. Its first message is the compiled
// engine, see boot.js; from then on the engine itself listens: src/worker.rs.

import start from "./engine.js";

self.onmessage = async ({ data: module }) => {
  self.onmessage = null;
  await start({ module_or_path: module });
};
