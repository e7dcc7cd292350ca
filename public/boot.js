// Starts the application: the one script of the page, since the Content-Security-Policy allows none inside it.
//
// Trunk gives the JavaScript and WebAssembly files names with a hash and writes them here, into the page:
//   <script type="module" id="boot" src="./boot.js" data-js="./app-<hash>.js" data-wasm="./app-<hash>_bg.wasm">
// This file turns them into whole addresses, compiles the WebAssembly once, and leaves for whoever needs it
//   globalThis.recoupe = { js, wasm, module, startWorker }
//     js, wasm       addresses (strings) of the two files
//     module         promise of the compiled WebAssembly.Module
//     startWorker()  a new module Worker running worker.js; its first message is { js, module }
//
// worker.js runs the same program away from the page:
//   const started = new Promise((start) => { self.onmessage = ({ data }) => start(data); })
//     .then(async ({ js, module }) => { const app = await import(js); await app.default({ module_or_path: module }); return app; });
// `main` runs there too, and must mount the page only where there is a Window. Rust reaches these as
//   #[wasm_bindgen] extern "C" { #[wasm_bindgen(js_namespace = recoupe, js_name = startWorker)] fn start_worker() -> Worker; }

const { js: jsPath, wasm: wasmPath } = document.getElementById("boot").dataset;
const js = new URL(jsPath, document.baseURI).href;
const wasm = new URL(wasmPath, document.baseURI).href;

/** Compiles while downloading where the server names the type, else after. */
async function compile() {
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
  if (response.headers.get("content-type")?.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

const module = compile();

function startWorker() {
  const worker = new Worker(new URL("worker.js", document.baseURI), { type: "module", name: "recoupe" });
  module.then((compiled) => worker.postMessage({ js, module: compiled }));
  return worker;
}

globalThis.recoupe = { js, wasm, module, startWorker };

const app = await import(js);
await app.default({ module_or_path: module });
