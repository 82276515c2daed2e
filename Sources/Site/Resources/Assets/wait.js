// Finds the number that a held-back form asks for, then sends the form: SHA-256 (FIPS 180-4) of "puzzle:number" must begin with so many zero bits.
// Written out because crypto.subtle answers each hash by a promise, which is a hundred times slower. Without this script one waits a minute.
const constants = [], first = [];
for (let n = 2; constants.length < 64; n++) {
  if ([...Array(n).keys()].slice(2).some((d) => n % d === 0)) continue;
  const fraction = (x) => Math.floor((x - Math.floor(x)) * 2 ** 32) | 0;
  if (first.length < 8) first.push(fraction(Math.sqrt(n)));
  constants.push(fraction(Math.cbrt(n)));
}

const turn = (x, n) => (x >>> n) | (x << (32 - n));
const words = new Int32Array(64), state = new Int32Array(8);

/** The first 32 bits of the hash of ASCII text; enough for the zeros that are asked for. */
function hash(text) {
  const length = text.length, blocks = Math.ceil((length + 9) / 64);
  state.set(first);
  for (let block = 0; block < blocks; block++) {
    for (let i = 0; i < 16; i++) {
      let word = 0;
      for (let j = 0; j < 4; j++) {
        const place = block * 64 + i * 4 + j;
        word = (word << 8) | (place < length ? text.charCodeAt(place) : place === length ? 128 : 0);
      }
      words[i] = word;
    }
    if (block === blocks - 1) words[15] = length * 8;
    for (let i = 16; i < 64; i++) {
      const a = words[i - 15], b = words[i - 2];
      words[i] = words[i - 16] + words[i - 7] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[i] + words[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => { state[i] += value; });
  }
  return state[0] >>> 0;
}

const form = document.getElementById("wait");
const limit = 2 ** (32 - Number(form.dataset.bits));
form.querySelector(".working").hidden = false;
form.querySelector(".minute").hidden = true;

/** A slice of the work at a time, so that the page stays alive. */
function work(number) {
  for (const end = number + 4000; number < end; number++) {
    if (hash(`${form.dataset.puzzle}:${number}`) >= limit) continue;
    form.elements.answer.value = number;
    form.submit();
    return;
  }
  setTimeout(work, 0, number);
}
setTimeout(work, 0, 0);
