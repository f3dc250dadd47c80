"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const form = document.getElementById("form");
const by = (id) => document.getElementById(id);
const tidy = (text) => text.normalize("NFC").trim();

// What a person typed, read as the office will read it: the words to show, or null where it cannot be read.
const whole = (text) => /^(\d+|\d{1,3}(\.\d{3})+)$/.test(text) ? text.replaceAll(".", "") : null;
const grouped = (digits) => digits.replace(/^0+(?=\d)/, "").replace(/\B(?=(\d{3})+$)/g, ".");
const part = (text) => /^\d{1,9}([.,]\d{1,2})?$/.test(text) ? text.replace(".", ",") : null;
const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
const readers = {
  count: (text) => { const digits = whole(text); return digits && grouped(digits); },
  year: (text) => /^\d{4}$/.test(text) ? `năm ${text}` : null,
  money: (text) => {
    const digits = whole(text.replace(/\s*(đ|đồng|₫)$/i, ""));
    if (!digits) return null;
    const million = digits.length > 6 ? `, tức ${grouped(digits.slice(0, -6))}${digits.slice(-6).replace(/0+$/, "") ? "," + digits.slice(-6).replace(/0+$/, "") : ""} triệu` : "";
    return `${grouped(digits)} đồng${million}`;
  },
  percent: (text) => {
    const number = part(text.replace(/\s*%$/, ""));
    return number && Number(number.replace(",", ".")) <= 100 ? `${number} phần trăm` : null;
  },
  growth: (text) => { const number = part(text.replace(/\s*%$/, "")); return number && `${number} phần trăm`; },
  day: (text) => {
    const found = /^(\d{1,2})[\/.-](\d{1,2})[\/.-](\d{4})$/.exec(text);
    if (!found) return null;
    const [day, month, year] = found.slice(1).map(Number);
    const on = new Date(Date.UTC(year, month - 1, day));
    if (on.getUTCMonth() !== month - 1 || on.getUTCDate() !== day) return null;
    return `${WEEKDAYS[on.getUTCDay()]}, ngày ${day} tháng ${month} năm ${year}`;
  },
};
const WANTED = { count: "ghi số nguyên, ví dụ 1.200", year: "ghi năm, ví dụ 2026", money: "ghi số đồng, ví dụ 1.234.567", percent: "ghi số từ 0 đến 100, ví dụ 62,5", growth: "ghi số, ví dụ 22,5", day: "ghi ngày có thật, ví dụ 05/10/2026" };

function show(input) {
  const read = readers[input.dataset.type];
  const told = read && by(`${input.id}-read`);
  if (!told) return;
  const text = tidy(input.value);
  const words = text && read(text);
  told.textContent = !text ? "" : words ? `Đọc là: ${words}` : `Chưa đọc được: ${WANTED[input.dataset.type]}`;
  told.classList.toggle("bad", Boolean(text && !words));
  if (text && !words) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
}

// The rows of lists.
let added = 0;
function number(list) {
  list.querySelectorAll(".row").forEach((row, place) => row.querySelectorAll(".count").forEach((each) => { each.textContent = place + 1; }));
}
function add(list) {
  const row = list.querySelector("template").content.firstElementChild.cloneNode(true);
  added += 1;
  for (const each of row.querySelectorAll("[id], [for], [aria-describedby]")) {
    for (const name of ["id", "for", "aria-describedby"]) {
      if (each.hasAttribute(name)) each.setAttribute(name, each.getAttribute(name).split(" ").map((id) => `${id}-n${added}`.replace(/-(hint|read)-n(\d+)$/, "-n$2-$1")).join(" "));
    }
  }
  list.querySelector(".rows").append(row);
  number(list);
  return row;
}

// What is saved and kept.
const fields = (holder) => [...holder.querySelectorAll("[data-path]")].filter((each) => "value" in each);
const written = (holder) => Object.fromEntries(fields(holder).map((each) => [each.dataset.path, tidy(each.value)]));
function answers() {
  const rows = {};
  for (const list of form.querySelectorAll(".list")) {
    rows[list.dataset.path] = [...list.querySelectorAll(".rows > .row")]
      .map((row) => ({ number: Number(row.dataset.number), answers: written(row) }))
      .filter((row) => row.number || Object.values(row.answers).some(Boolean));
  }
  const single = fields(form).filter((each) => !each.closest(".list"));
  return { "ocop-answers": 1, stamp: data.stamp, answers: Object.fromEntries(single.map((each) => [each.dataset.path, tidy(each.value)])), rows };
}
function fill(kept) {
  for (const each of fields(form)) if (!each.closest(".list") && each.dataset.path in kept.answers) each.value = kept.answers[each.dataset.path];
  for (const list of form.querySelectorAll(".list")) {
    list.querySelectorAll(".rows > .row").forEach((row) => row.remove());
    for (const told of kept.rows[list.dataset.path] || []) {
      const row = add(list);
      row.dataset.number = told.number;
      for (const each of fields(row)) each.value = told.answers[each.dataset.path] || "";
    }
  }
  fields(form).forEach(show);
  progress();
}
function progress() {
  const all = fields(form).filter((each) => !each.closest(".list"));
  by("progress").textContent = all.length ? `Đã ghi ${all.filter((each) => tidy(each.value)).length} trong ${all.length} mục.` : "";
}

// The draft on this machine: offered before it is shown, since another person may sit here.
const store = { get: () => { try { return localStorage.getItem(data.key); } catch { return null; } }, set: (text) => { try { localStorage.setItem(data.key, text); } catch { /* private window: nothing is kept */ } }, drop: () => { try { localStorage.removeItem(data.key); } catch { /* the same */ } } };
let waiting = 0, offered = false;
function keep() {
  if (offered) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => store.set(JSON.stringify({ at: new Date().toISOString(), ...answers() })), 300);
}
function offer() {
  let kept = null;
  try { kept = JSON.parse(store.get()); } catch { store.drop(); }
  if (!kept || !kept.answers || !kept.rows) return;
  const at = new Date(kept.at), two = (value) => String(value).padStart(2, "0");
  by("draft-words").textContent = `Trên máy này có bản đang ghi dở${data.about ? ` của ${data.about}` : ""}, lưu lúc ${two(at.getHours())}:${two(at.getMinutes())} ngày ${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}.`;
  by("draft").hidden = false;
  offered = true;
  const done = () => { by("draft").hidden = true; offered = false; };
  by("draft-take").addEventListener("click", () => { fill(kept); done(); fields(form)[0]?.focus(); });
  by("draft-drop").addEventListener("click", () => { store.drop(); done(); });
}

form.addEventListener("input", (event) => { show(event.target); progress(); keep(); });
form.addEventListener("click", (event) => {
  const list = event.target.closest(".list");
  if (!list) return;
  if (event.target.closest(".add")) add(list).querySelector("input, select, textarea").focus();
  else if (event.target.closest(".remove")) {
    event.target.closest(".row").remove();
    number(list);
    list.querySelector(".add").focus();
  } else return;
  progress();
  keep();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(answers(), null, 1)], { type: "application/json" }));
  link.download = data.file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  by("saved").textContent = `Đã lưu tệp ${data.file} (trong mục Tải xuống). Gửi tệp này cho ${data.sender}.`;
});
by("forget").addEventListener("click", () => {
  clearTimeout(waiting);
  store.drop();
  by("saved").textContent = "Đã xóa bản ghi dở trên máy này; các ô trên trang vẫn còn đến khi đóng trang.";
});
fields(form).forEach(show);
progress();
offer();
