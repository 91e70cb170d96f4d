/* A figure in words. */

function render({ model, el: root }) {
  panelRoot(root, "described");
  const text = el("p", { dir: "auto", text: model.get("text") });
  const details = el("details", { class: "bor-described" }, el("summary", { text: model.get("words").label }), text);
  root.append(details);
  // the figure above measured itself before it had a place on the page: let it look again
  const look = () => window.dispatchEvent(new Event("resize"));
  const timers = [setTimeout(look, 50), setTimeout(look, 400)];
  const say = announcer(root);
  const stop = listen(model, ["text"], () => {
    set(text, { text: model.get("text") });
    if (details.open) say(model.get("text"));
  });
  return () => {
    timers.forEach(clearTimeout);
    stop();
  };
}

export default { render };
