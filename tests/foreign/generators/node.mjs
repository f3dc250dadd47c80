// node.mjs JOB.json: documents by generators of the npm registry. A job: {how, blocks, look, out, template?, data?, html?}
import fs from 'node:fs';
import { createRequire } from 'node:module';
const need = createRequire(process.cwd() + '/');
const job = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const MM = 56.6929;

async function docx() {
  const d = need('docx');
  const none = { style: d.BorderStyle.NONE, size: 0, color: 'FFFFFF' };
  const bare = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
  const run = r => new d.TextRun({ text: r.t === '\n' ? '' : r.t, break: r.t === '\n' ? 1 : undefined, bold: !!r.b, italics: !!r.i, size: Math.round(r.sz * 2), font: job.look.font, color: r.color });
  const par = b => {
    if (b.rule) {
      const side = Math.max(b.room - b.rule, 0) / 2 * MM;
      return new d.Paragraph({ children: [], border: { bottom: { style: d.BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } }, indent: { left: Math.round(side), right: Math.round(side) }, spacing: { before: 0, after: 0 } });
    }
    const first = b.first || 0;
    return new d.Paragraph({ children: b.p.map(run), alignment: b.align || 'left',
      spacing: { before: Math.round((b.before || 0) * 20), after: Math.round((b.after || 0) * 20), line: Math.round((b.line || 1) * 240), lineRule: 'auto' },
      indent: { left: Math.round((b.left || 0) * MM), firstLine: first >= 0 ? Math.round(first * MM) : undefined, hanging: first < 0 ? Math.round(-first * MM) : undefined } });
  };
  const block = b => b.widths ? new d.Table({ borders: b.border ? undefined : bare, layout: d.TableLayoutType.FIXED, columnWidths: b.widths.map(w => Math.round(w * MM)), width: { size: Math.round(b.widths.reduce((x, y) => x + y) * MM), type: d.WidthType.DXA },
    rows: b.rows.map(row => new d.TableRow({ children: row.map((cell, n) => new d.TableCell({ width: { size: Math.round(b.widths[n] * MM), type: d.WidthType.DXA }, children: cell.map(block) })) })) }) : par(b);
  const [top, bottom, left, right] = job.look.margins.map(m => Math.round(m * MM));
  const number = new d.Header({ children: [new d.Paragraph({ alignment: 'center', children: [new d.TextRun({ children: [d.PageNumber.CURRENT], size: 28, font: job.look.font })] })] });
  const file = new d.Document({ creator: 'UBND xã Đá Bạc', title: 'Văn bản', sections: [{ headers: { default: number }, properties: { titlePage: true, page: { size: { width: 11906, height: 16838 }, margin: { top, bottom, left, right, header: 567 } } }, children: job.blocks.map(block) }] });
  fs.writeFileSync(job.out, await d.Packer.toBuffer(file));
}

async function officegen() {
  const file = need('officegen')({ type: 'docx', pageMargins: { top: 1134, bottom: 1134, left: 1701, right: 1134 } });
  const put = b => {
    if (b.widths) { b.rows.forEach(row => row.forEach(cell => cell.forEach(put))); return; }
    const p = file.createP({ align: { both: 'justify' }[b.align] || b.align });
    if (b.rule) { p.addText('_'.repeat(Math.round(b.rule / 2.3)), { font_face: job.look.font, font_size: 13 }); return; }
    b.p.forEach(r => r.t === '\n' ? p.addLineBreak() : p.addText(r.t, { bold: !!r.b, italic: !!r.i, font_face: job.look.font, font_size: r.sz, color: '000000' }));
  };
  job.blocks.forEach(put);
  await new Promise(done => file.generate(fs.createWriteStream(job.out).on('close', done)));
}

async function htmlToDocx() {
  const make = need('html-to-docx');
  fs.writeFileSync(job.out, Buffer.from(await make(job.html, null, { font: job.look.font, fontSize: 28, margins: { top: 1134, bottom: 1134, left: 1701, right: 1134 } })));
}

async function docxtemplater() {
  const Zip = need('pizzip'), Filler = need('docxtemplater');
  const doc = new Filler(new Zip(fs.readFileSync(job.template)), { paragraphLoop: true, linebreaks: true });
  doc.render(job.data);
  fs.writeFileSync(job.out, doc.toBuffer());
}

async function docxTemplates() {
  const fill = need('docx-templates').default;
  fs.writeFileSync(job.out, Buffer.from(await fill({ template: fs.readFileSync(job.template), data: job.data, cmdDelimiter: ['{', '}'] })));
}

async function carbone() {
  await new Promise((done, fail) => need('carbone').render(job.template, job.data, (error, result) => error ? fail(error) : (fs.writeFileSync(job.out, result), done())));
}

await { docx, officegen, htmlToDocx, docxtemplater, docxTemplates, carbone }[job.how]();
process.exit(0);
