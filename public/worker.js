// Runs the program away from the page, so that a comparison never holds up reading. See boot.js for what it is sent.
// Its first message starts the program; from then on the program itself listens.
//
// Web pages are read by a second module, which is fetched when the first one comes:
//   globalThis.recoupe = { readPage(page, known, corrections) }   see src/bin/door.rs

let door;

async function openDoor() {
  const module = await import(new URL("door.js", import.meta.url).href);
  await module.default({ module_or_path: new URL("door_bg.wasm", import.meta.url) });
  return module;
}

globalThis.recoupe = {
  async readPage(...given) {
    door ??= openDoor();
    return (await door).readPage(...given);
  },
};

self.onmessage = async ({ data: { js, module } }) => {
  self.onmessage = null;
  const app = await import(js);
  await app.default({ module_or_path: module });
};
