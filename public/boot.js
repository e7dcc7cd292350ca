// Starts the application: the one script of the page, since the Content-Security-Policy allows none inside it.
//
// Trunk gives the JavaScript and WebAssembly files of the page names with a hash and writes them here, into the page:
//   <script type="module" id="boot" src="./boot.js" data-js="./app-<hash>.js" data-wasm="./app-<hash>_bg.wasm">
//
// The page draws; a second module, the engine, compares. It is fetched when the first worker starts and compiled once:
//   globalThis.recoupe = { startWorker }
//     startWorker()  a new module Worker running worker.js; its first message is the engine's WebAssembly.Module
// Rust reaches it as
//   #[wasm_bindgen] extern "C" { #[wasm_bindgen(js_namespace = recoupe, js_name = startWorker)] fn start_worker() -> Worker; }

const { js, wasm } = document.getElementById("boot").dataset;
const address = (path) => new URL(path, document.baseURI).href;

/** Compiles while downloading where the server names the type, else after. */
async function compile(wasm) {
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
  if (response.headers.get("content-type")?.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

let engine;

function startWorker() {
  const worker = new Worker(address("worker.js"), { type: "module", name: "recoupe" });
  engine ??= compile(address("engine_bg.wasm"));
  engine.then(
    (module) => worker.postMessage(module),
    (error) => {
      // The next worker tries again.
      engine = undefined;
      worker.dispatchEvent(new ErrorEvent("error", { message: error.message }));
    },
  );
  return worker;
}

globalThis.recoupe = { startWorker };

const [app, module] = await Promise.all([import(address(js)), compile(address(wasm))]);
await app.default({ module_or_path: module });
