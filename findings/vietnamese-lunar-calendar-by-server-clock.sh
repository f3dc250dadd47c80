#!/usr/bin/env bash
# `vietnamese-lunar-calendar` 0.0.6 (npm) is a day ahead on a server whose clock is not Vietnam's: with TZ=UTC 16 April 2027,
# the day of the Hùng kings (10/3), is 11/3 and no holiday; of the days of 2027, 125 are wrong.
#
# The package is told a day (year, month, day), not a moment, and still asks the clock of the machine: with
# TZ=Asia/Ho_Chi_Minh every day of 2020–2030 is as `amlich` 0.0.2 (npm) has it, with UTC about a third is not, and which days
# changes from year to year: 26 April 2026 and Tết 2027 are right, so a trial with one day proves nothing. Servers and containers
# run on UTC. A limit in working days reckoned there takes the Friday 16 April 2027 for a working day.
#
# Expected: the same answer for a day wherever it is asked. What to do: start node with TZ=Asia/Ho_Chi_Minh, or take `amlich`
# and give it the zone (7).
# Seen with vietnamese-lunar-calendar 0.0.6, amlich 0.0.2 and node 20 on 29 November 2026. Needs: node, npm.
# Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >npm.log
npm install --silent --no-audit --no-fund 'vietnamese-lunar-calendar@0.0.6' 'amlich@0.0.2' >npm.log
cat >look.cjs <<'JS'
const assert = require("node:assert");
const { convertSolar2Lunar } = require("amlich");
const { LunarDate } = require("vietnamese-lunar-calendar");

const wrong = {};
for (let day = Date.UTC(2020, 0, 1); day < Date.UTC(2031, 0, 1); day += 86_400_000) {
  const [year, month, date] = new Date(day).toISOString().slice(0, 10).split("-").map(Number);
  const [lunarDate, lunarMonth] = convertSolar2Lunar(date, month, year, 7);
  const seen = new LunarDate(year, month, date);
  if (seen.date !== lunarDate || seen.month !== lunarMonth) wrong[year] = (wrong[year] ?? 0) + 1;
}
const kings = new LunarDate(2027, 4, 16);
console.log(process.env.TZ, "| 16/4/2027:", `${kings.date}/${kings.month}`, kings.holiday, "| wrong days:", JSON.stringify(wrong));
if (process.env.TZ === "UTC") {
  assert.deepEqual([kings.date, kings.month, kings.holiday], [11, 3, null]);
  assert.equal(wrong[2027], 125);
} else {
  assert.deepEqual([kings.date, kings.month], [10, 3]);
  assert.deepEqual(wrong, {});
}
JS
TZ=Asia/Ho_Chi_Minh node look.cjs
TZ=UTC node look.cjs
