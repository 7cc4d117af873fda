// Every page works without this: it only saves steps.

// An address without empty fields, at once instead of by way of the server.
for (const form of document.querySelectorAll("form[data-brief]")) {
  form.addEventListener("formdata", event => {
    for (const [name, value] of [...event.formData]) {
      if (value === "") event.formData.delete(name);
    }
  });
}

// "/" goes to the box, j and k through the statements, Enter opens the one chosen.
const statements = () => [...document.querySelectorAll(".statement blockquote a")];
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  if (event.key === "/") {
    const box = document.getElementById("ask");
    if (box) { event.preventDefault(); box.focus(); }
  } else if (event.key === "j" || event.key === "k") {
    const all = statements();
    const next = all[all.indexOf(document.activeElement) + (event.key === "j" ? 1 : -1)];
    if (next) { event.preventDefault(); next.focus(); next.closest(".statement").scrollIntoView({ block: "nearest" }); }
  }
});

// New statements as they are stored. The list is asked for anew, so that it is what the server would show.
const live = document.getElementById("live");
if (live && "EventSource" in window && !new URLSearchParams(location.search).has("cursor")) {
  const news = document.getElementById("news");
  const button = document.createElement("button");
  button.className = "small";
  button.textContent = "Live";
  button.setAttribute("aria-pressed", "false");
  live.append(button);
  let stream, due, fresh = 0;
  const renew = async () => {
    due = undefined;
    const answer = await fetch(location.href);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["statements", "total"]) {
      const now = document.getElementById(id), then = page.getElementById(id);
      if (now && then) now.replaceWith(document.adoptNode(then));
    }
    news.textContent = fresh === 1 ? "1 new statement since you listen." : `${fresh} new statements since you listen.`;
  };
  button.addEventListener("click", () => {
    const on = !stream;
    button.setAttribute("aria-pressed", String(on));
    if (on) {
      fresh = 0;
      news.textContent = "Listening: new statements appear as they are stored.";
      stream = new EventSource(live.dataset.stream);
      stream.addEventListener("quote", () => { fresh++; due ??= setTimeout(renew, 1000); });
      stream.onerror = () => { news.textContent = "The line is down; trying again."; };
      stream.onopen = () => { if (!fresh) news.textContent = "Listening: new statements appear as they are stored."; };
    } else {
      stream.close();
      stream = undefined;
      news.textContent = "";
    }
  });
}

// An installation with nothing in it shows the first statement as soon as it is stored.
const first = document.getElementById("first");
if (first && "EventSource" in window) {
  const stream = new EventSource(first.dataset.stream);
  stream.addEventListener("quote", () => { stream.close(); setTimeout(() => location.reload(), 1000); });
}

// Joins a statement with its cue, its speaker and its line at the side, under the pointer and under the focus.
const joined = document.querySelectorAll("[data-q]");
const join = (event, on) => {
  const of = event.target.closest?.("[data-q]");
  if (!of) return;
  const ids = of.dataset.q.split(" ");
  for (const one of joined) {
    if (one.dataset.q.split(" ").some(id => ids.includes(id))) one.classList.toggle("joined", on);
  }
};
if (joined.length) {
  for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(begin, event => join(event, true));
    document.addEventListener(end, event => join(event, false));
  }
}

// The drawing as a picture of points, twice as fine as a screen: made here, from the address of the drawing.
const png = document.getElementById("png");
if (png) {
  const button = document.createElement("button");
  button.className = "plain";
  button.textContent = "PNG";
  png.append(button);
  button.addEventListener("click", () => {
    const drawing = new Image();
    drawing.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = drawing.naturalWidth * 2;
      canvas.height = drawing.naturalHeight * 2;
      canvas.getContext("2d").drawImage(drawing, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(picture => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(picture);
        link.download = "comparison.png";
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      });
    };
    drawing.src = png.dataset.drawing;
  });
}

// A file is read here into the field of the form, which is what is sent.
const file = document.getElementById("opml-file");
if (file) {
  const chosen = document.createElement("input");
  chosen.type = "file";
  chosen.accept = ".opml,.xml,text/x-opml,application/xml,text/xml";
  chosen.setAttribute("aria-label", "The exported file");
  file.append(chosen);
  chosen.addEventListener("change", async () => {
    if (chosen.files[0]) document.getElementById("opml").value = await chosen.files[0].text();
  });
}
