"use strict";
(() => {
  const { texts, products } = JSON.parse(document.getElementById("so-lieu").textContent);
  const standings = { in_force: "còn giá trị", in_grace: "quá hạn, còn giá trị chờ phân hạng lại", lapsed: "đã hết hạn", revoked: "đã thu hồi" };
  const STEP = 50;
  const byId = (id) => document.getElementById(id);
  const make = (tag, text, kind) => {
    const node = document.createElement(tag);
    if (text) node.textContent = text;
    if (kind) node.className = kind;
    return node;
  };
  const fold = (text) => text.replace(/[đĐ]/g, "d").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
  const rows = products.map(([id, name, producer, group, set, stage, star, standing, decision, expires, story, scores, papers]) => (
    { id, name, producer, group: texts[group], set: texts[set], stage: texts[stage], star, standing, decision, expires, story, scores, papers, words: fold(`${name} ${producer} ${id} ${texts[group]}`) }
  ));
  const search = byId("tu-khoa"), stageOf = byId("loc-trang-thai"), groupOf = byId("loc-nganh"), starOf = byId("loc-sao");
  const list = byId("danh-sach"), status = byId("so-ket-qua"), more = byId("xem-them");
  let found = rows, shown = 0;

  const matchesStar = (row, wanted) => {
    if (!wanted) return true;
    return wanted === "lapsed" ? row.standing === "lapsed" : String(row.star) === wanted && (wanted === "0" || row.standing !== "lapsed");
  };

  const part = (body, title, node) => {
    body.append(make("h3", title), node);
  };

  const fill = (row, body) => {
    const told = [["Chủ thể", row.producer], ["Bộ sản phẩm", row.set], ["Trạng thái", row.stage], ["Quyết định công nhận", row.decision], ["Giấy chứng nhận", [standings[row.standing], row.expires && `đến ngày ${row.expires}`].filter(Boolean).join(", ")]];
    const facts = make("dl");
    for (const [name, value] of told) if (value) facts.append(make("dt", name), make("dd", value));
    body.append(facts);
    if (row.story) part(body, "Câu chuyện sản phẩm", make("p", row.story));
    if (row.scores.length) {
      const table = make("table"), head = table.createTHead().insertRow(), rest = table.createTBody();
      for (const name of ["Nội dung", "Điểm", "Điều khoản"]) {
        const cell = make("th", name);
        cell.scope = "col";
        head.append(cell);
      }
      for (const [name, points, cite] of row.scores) {
        const line = rest.insertRow();
        line.append(make("td", texts[name]), make("td", points), make("td", texts[cite]));
      }
      part(body, "Điểm các nội dung cấp xã", table);
    }
    if (row.papers.length) {
      const papers = make("ul", "", "papers");
      for (const each of row.papers) papers.append(make("li", texts[each]));
      part(body, "Giấy tờ của hồ sơ", papers);
    }
  };

  const item = (row) => {
    const node = make("li"), details = make("details"), summary = make("summary"), body = make("div", "", "body");
    node.id = `sp-${row.id}`;
    summary.append(make("strong", row.name), " ");
    if (row.star) {
      const stars = make("span", "★".repeat(row.star), "stars");
      stars.setAttribute("role", "img");
      stars.setAttribute("aria-label", `${row.star} sao`);
      summary.append(stars, " ");
    }
    if (row.standing === "lapsed" || row.standing === "revoked") summary.append(make("span", standings[row.standing], "tag"), " ");
    summary.append(make("span", [row.producer, row.group, row.stage].filter(Boolean).join(" · "), "meta"));
    details.append(summary, body);
    details.addEventListener("toggle", () => { if (details.open && !body.hasChildNodes()) fill(row, body); });
    node.append(details);
    return node;
  };

  const showMore = (until) => {
    const next = document.createDocumentFragment();
    for (; shown < Math.min(found.length, until); shown += 1) next.append(item(found[shown]));
    list.append(next);
    more.hidden = shown >= found.length;
  };

  const apply = () => {
    const words = fold(search.value).split(" ").filter(Boolean);
    found = rows.filter((row) => words.every((word) => row.words.includes(word)) && (!stageOf.value || row.stage === stageOf.value) && (!groupOf.value || row.group === groupOf.value) && matchesStar(row, starOf.value));
    list.replaceChildren();
    shown = 0;
    showMore(STEP);
    status.textContent = found.length ? `${found.length} sản phẩm` : "Không có sản phẩm nào khớp. Bỏ bớt điều kiện lọc.";
    for (const button of document.querySelectorAll(".stage")) button.setAttribute("aria-pressed", String(button.dataset.stage === stageOf.value));
  };

  for (const button of document.querySelectorAll(".stage")) {
    button.addEventListener("click", () => {
      stageOf.value = stageOf.value === button.dataset.stage ? "" : button.dataset.stage;
      apply();
      byId("san-pham").scrollIntoView();
    });
  }
  byId("tim").addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("input", apply);
  for (const select of [stageOf, groupOf, starOf]) select.addEventListener("change", apply);
  more.addEventListener("click", () => {
    const first = shown;
    showMore(shown + STEP);
    list.children[first]?.querySelector("summary").focus();
  });
  window.addEventListener("beforeprint", () => showMore(found.length));
  apply();
})();
