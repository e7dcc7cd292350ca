// Runs the program away from the page, so that a comparison never holds up reading. See boot.js for what it is sent.
// Its first message starts the program; from then on the program itself listens.
self.onmessage = async ({ data: { js, module } }) => {
  self.onmessage = null;
  const app = await import(js);
  await app.default({ module_or_path: module });
};
