// Makes Tests/TestVectors/playground.txt: what TensorFlow Playground draws for a seed.
//
// Run with `NODE_PATH=/usr/share/nodejs node make_playground.js > playground.txt` and Debian's node-seedrandom 2.4.4, the
// library that the page uses. The data sets are written here from the formulas and the order of draws of the page's
// dataset.ts and nn.ts, apart from the Swift code.
const seedrandom = require("seedrandom");

const scale = (x, [d0, d1], [r0, r1]) => {
  const t = (x - d0) / (d1 - d0);
  return r0 * (1 - t) + r1 * t;
};

function sets(random) {
  const uniform = (a, b) => random() * (b - a) + a;
  const normal = (mean, variance) => {
    let v1, v2, s;
    do {
      v1 = 2 * random() - 1;
      v2 = 2 * random() - 1;
      s = v1 * v1 + v2 * v2;
    } while (s > 1);
    return mean + Math.sqrt(variance) * (Math.sqrt((-2 * Math.log(s)) / s) * v1);
  };
  const noisy = (x, y, r, noise, label) => {
    const u = x + uniform(-r, r) * noise, v = y + uniform(-r, r) * noise;
    return [x, y, label(u, v)];
  };
  return {
    circle(n, noise) {
      const points = [];
      for (const [from, to] of [[0, 2.5], [3.5, 5]])
        for (let i = 0; i < n / 2; i++) {
          const r = uniform(from, to), angle = uniform(0, 2 * Math.PI);
          points.push(noisy(r * Math.sin(angle), r * Math.cos(angle), 5, noise, (u, v) => Math.sqrt(u * u + v * v) < 2.5 ? 1 : -1));
        }
      return points;
    },
    gauss(n, noise) {
      const points = [], variance = scale(noise, [0, 0.5], [0.5, 4]);
      for (const c of [2, -2])
        for (let i = 0; i < n / 2; i++) {
          const x = normal(c, variance), y = normal(c, variance);
          points.push([x, y, c > 0 ? 1 : -1]);
        }
      return points;
    },
    xor(n, noise) {
      const points = [];
      const apart = (v) => v + (v > 0 ? 0.3 : -0.3);
      for (let i = 0; i < n; i++) {
        const x = apart(uniform(-5, 5)), y = apart(uniform(-5, 5));
        points.push(noisy(x, y, 5, noise, (u, v) => (u * v >= 0 ? 1 : -1)));
      }
      return points;
    },
    spiral(n, noise) {
      const points = [], half = n / 2;
      for (const [delta, label] of [[0, 1], [Math.PI, -1]])
        for (let i = 0; i < half; i++) {
          const r = (i / half) * 5, t = ((1.75 * i) / half) * 2 * Math.PI + delta;
          const x = r * Math.sin(t) + uniform(-1, 1) * noise;
          points.push([x, r * Math.cos(t) + uniform(-1, 1) * noise, label]);
        }
      return points;
    },
    plane(n, noise) {
      const points = [];
      for (let i = 0; i < n; i++) {
        const x = uniform(-6, 6), y = uniform(-6, 6);
        points.push(noisy(x, y, 6, noise, (u, v) => scale(u + v, [-10, 10], [-1, 1])));
      }
      return points;
    },
    hills(n, noise) {
      const points = [];
      const hills = [[-4, 2.5, 1], [0, 2.5, -1], [4, 2.5, 1], [-4, -2.5, -1], [0, -2.5, 1], [4, -2.5, -1]];
      const height = (u, v) => {
        let label = 0;
        for (const [cx, cy, sign] of hills) {
          const d = Math.sqrt((u - cx) * (u - cx) + (v - cy) * (v - cy));
          const own = sign * (d >= 2 ? 0 : scale(d, [0, 2], [1, 0]));
          if (Math.abs(own) > Math.abs(label)) label = own;
        }
        return label;
      };
      for (let i = 0; i < n; i++) {
        const x = uniform(-6, 6), y = uniform(-6, 6);
        points.push(noisy(x, y, 6, noise, height));
      }
      return points;
    },
  };
}

function shuffled(points, random) {
  let counter = points.length;
  while (counter > 0) {
    const index = Math.floor(random() * counter);
    counter--;
    [points[counter], points[index]] = [points[index], points[counter]];
  }
  return points;
}

for (const seed of ["0.12345", "0", "", "a longer seed, in words", "żółw"]) {
  const random = seedrandom(seed);
  console.log(`random|${seed}|${Array.from({ length: 6 }, () => random()).join(" ")}`);
}
for (const [name, noise] of [["circle", 0.2], ["gauss", 0], ["gauss", 0.1], ["xor", 0.35], ["spiral", 0.05], ["plane", 0.1], ["hills", 0.25]]) {
  const count = name === "plane" || name === "hills" ? 1200 : 500;
  const random = seedrandom("0.54321");
  const points = shuffled(sets(random)[name](count, noise), random);
  const shown = [0, 1, 2, 3, count / 2, count - 1].map((i) => points[i].join(" "));
  // What comes next of the generator are the weights: unit by unit, link by link.
  const weights = Array.from({ length: 22 }, () => random() - 0.5);
  console.log(`data|${name}|${noise}|${shown.join(" ")}|${weights.join(" ")}`);
}
