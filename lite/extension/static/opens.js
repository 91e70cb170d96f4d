/* An extension of JupyterLab in its finished form: it hands the application over to the opening
 * screen of the page, which waits for the notebook and runs it, and to the strip above it. */
(function () {
  "use strict";
  const plugin = {
    id: "bor-opening:opens",
    autoStart: true,
    activate: (app) => {
      window.borOpening?.laboratory(app);
      window.borWay?.laboratory(app);
    },
  };
  window._JUPYTERLAB = window._JUPYTERLAB ?? {};
  window._JUPYTERLAB["bor-opening"] = {
    init: () => undefined,
    get: async () => () => ({ __esModule: true, default: [plugin] }),
  };
})();
