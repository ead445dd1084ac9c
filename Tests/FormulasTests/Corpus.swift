import Testing

/// A formula of the course: its TeX, and what the plain text must be.
struct CorpusFormula: Sendable, CustomTestStringConvertible {
  let tex: String
  let plain: String
  var isDisplayed = true

  var testDescription: String { tex }

  init(_ tex: String, _ plain: String, isDisplayed: Bool = true) {
    self.tex = tex
    self.plain = plain
    self.isDisplayed = isDisplayed
  }
}

/// The formulas of the slides and of the exercises, and some of each construct.
let corpus: [CorpusFormula] = [
  // The slides.
  .init(#"y = f(x; \theta)"#, "y = f(x; θ)"),
  .init(#"z = \sum_i w_i x_i - T"#, "z = Σ_i w_i x_i - T"),
  .init(#"z = \sum_i w_i x_i - T"#, "z = Σ_i w_i x_i - T", isDisplayed: false),
  .init(
    #"y = \begin{cases} 1 & \text{if } z \geq 0 \\ 0 & \text{else} \end{cases}"#, "y = {1, if z ≥ 0; 0, else}"
  ),
  .init(#"y = \frac{1}{1 + \exp(-z)}"#, "y = 1/(1 + exp(-z))"),
  .init(#"y = \frac{1}{1 + \exp(-z)}"#, "y = 1/(1 + exp(-z))", isDisplayed: false),
  .init(#"\sigma(z) = \frac{1}{1+e^{-z}}"#, "σ(z) = 1/(1 + e^(-z))"),
  .init(
    #"""
    \begin{aligned}
    Y = {} & \bar{X}_1 \bar{X}_2 X_3 X_4 \bar{X}_5 + \bar{X}_1 X_2 \bar{X}_3 X_4 X_5 + \bar{X}_1 X_2 X_3 \bar{X}_4 \bar{X}_5 \\
    & + X_1 \bar{X}_2 \bar{X}_3 \bar{X}_4 X_5 + X_1 \bar{X}_2 X_3 X_4 X_5 + X_1 X_2 \bar{X}_3 \bar{X}_4 X_5
    \end{aligned}
    """#,
    "Y = X̄_1 X̄_2 X_3 X_4 X̄_5 + X̄_1 X_2 X̄_3 X_4 X_5 + X̄_1 X_2 X_3 X̄_4 X̄_5; "
      + "+ X_1 X̄_2 X̄_3 X̄_4 X_5 + X_1 X̄_2 X_3 X_4 X_5 + X_1 X_2 X̄_3 X̄_4 X_5"),
  .init(
    #"\overline{X_1 X_2} = \overline{X_1} + \overline{X_2}"#,
    "overline(X_1 X_2) = overline(X_1) + overline(X_2)"),
  .init(#"f\colon \mathbb{R}^{m \times n} \to \mathbb{R}^m"#, "f: ℝ^(m × n) → ℝ^m"),
  .init(#"\sigma: \mathbb R^m \rightarrow \mathbb R^m"#, "σ : ℝ^m → ℝ^m"),
  .init(
    #"\vec{y} = f(X) = X\vec{w} + b \quad w \in \mathbb{R}^n \quad b \in \mathbb{R}"#,
    "y⃗ = f(X) = X w⃗ + b w ∈ ℝ^n b ∈ ℝ"),
  .init(
    #"y_i = \sum_{j=1}^n w_j x_{ij} + b \qquad (i = 1, 2, \ldots, m)"#,
    "y_i = Σ_(j = 1)^n w_j x_ij + b (i = 1, 2, ..., m)"),
  .init(#"y_i = \sum_{j=1}^n w_j x_{ij} + b"#, "y_i = Σ_(j = 1)^n w_j x_ij + b", isDisplayed: false),
  .init(
    #"y_i = \sigma\left(\sum_{j=1}^n w_j x_{ij} + b\right)"#, "y_i = σ(Σ_(j = 1)^n w_j x_ij + b)"),
  .init(#"\hat{y} = \sigma(\mathbf{X}\mathbf{w} + b)"#, "ŷ = σ(Xw + b)"),
  // Boolean functions and exercises.
  .init(
    #"x_1 \oplus x_2 = (x_1 \lor x_2) \land \lnot (x_1 \land x_2)"#, "x_1 ⊕ x_2 = (x_1 ∨ x_2) ∧ ¬(x_1 ∧ x_2)"),
  .init(
    #"h_k = \left[\sum x \ge k\right], \quad y = \left[h_1 - h_2 + h_3 - \cdots \ge \tfrac12\right]"#,
    "h_k = [Σ x ≥ k], y = [h_1 - h_2 + h_3 - ... ≥ 1/2]"),
  .init(#"T = \lfloor n/2 \rfloor + 1"#, "T = ⌊n/2⌋ + 1", isDisplayed: false),
  .init(#"\frac{w \cdot x + b}{\lVert w \rVert}"#, "(w · x + b)/(‖w‖)"),
  .init(#"1 - \frac{\arccos(R/r)}{\pi}"#, "1 - (arccos(R/r))/π"),
  .init(
    #"\sigma' = \sigma(1 - \sigma), \quad \tanh' = 1 - \tanh^2, \quad \tanh x = 2\sigma(2x) - 1"#,
    "σ' = σ(1 - σ), tanh' = 1 - tanh^2, tanh x = 2σ(2x) - 1"),
  .init(#"w^* = (X^\top X)^{-1} X^\top y"#, "w^* = (X^⊤ X)^(-1) X^⊤ y"),
  .init(#"J = \frac14 \sum_{x} \bigl(f(x) - y\bigr)^2"#, "J = 1/4 Σ_x (f(x) - y)^2"),
  .init(
    #"W = \begin{bmatrix} 1 & 1 \\ 1 & 1 \end{bmatrix}, \quad c = \begin{pmatrix} 0 \\ -1 \end{pmatrix}"#,
    "W = [1, 1; 1, 1], c = (0; -1)"),
  .init(#"\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc"#, "|a, b; c, d| = ad - bc"),
  .init(#"\eta < \frac{16}{7 + \sqrt{33}} \approx 1.2554"#, "η < 16/(7 + √33) ≈ 1.2554"),
  // Activations and losses.
  .init(
    #"\operatorname{softmax}(z)_i = \frac{e^{z_i - \max_j z_j}}{\sum_{k=1}^{n} e^{z_k - \max_j z_j}}"#,
    "softmax(z)_i = e^(z_i - max_j z_j)/(Σ_(k = 1)^n e^(z_k - max_j z_j))"),
  .init(#"\frac{\partial p_i}{\partial z_j} = p_i (\delta_{ij} - p_j)"#, "(∂p_i)/(∂z_j) = p_i(δ_ij - p_j)"),
  .init(
    #"\operatorname{sign} z = \begin{cases} 1 & z > 0 \\ 0 & z = 0 \\ -1 & z < 0 \end{cases}"#,
    "sign z = {1, z > 0; 0, z = 0; -1, z < 0}"),
  .init(#"\max(0, z)"#, "max(0, z)"),
  .init(#"\ln(1 + e^{\beta z})/\beta"#, "ln(1 + e^(βz))/β"),
  .init(#"\tfrac{1}{2} z \left(1 + \operatorname{erf} \frac{z}{\sqrt{2}}\right)"#, "1/2 z(1 + erf z/(√2))"),
  .init(
    #"\lambda \begin{cases} z & z > 0 \\ \alpha (e^z - 1) & z \le 0 \end{cases}"#,
    "λ{z, z > 0; α(e^z - 1), z ≤ 0}"),
  .init(
    #"L = -\frac{1}{m} \sum_{i=1}^m \bigl(y_i \log \hat{y}_i + (1 - y_i) \log(1 - \hat{y}_i)\bigr)"#,
    "L = -1/m Σ_(i = 1)^m (y_i log ŷ_i + (1 - y_i) log(1 - ŷ_i))"),
  .init(
    #"\hat\theta = \operatorname*{arg\,max}_{\theta} \prod_{i=1}^m p(x_i \mid \theta)"#,
    "θ̂ = arg max_θ Π_(i = 1)^m p(x_i | θ)"),
  .init(#"\lim_{z \to -\infty} \sigma(z) = 0"#, "lim_(z → -∞) σ(z) = 0"),
  .init(#"\lim_{z \to -\infty} \sigma(z) = 0"#, "lim_(z → -∞) σ(z) = 0", isDisplayed: false),
  .init(#"\int_{-\infty}^{\infty} e^{-x^2} \, dx = \sqrt{\pi}"#, "∫_(-∞)^∞ e^(-x^2) dx = √π"),
  .init(
    #"\begin{aligned} z^{[l]} &= a^{[l-1]} W^{[l]} + b^{[l]} \\ a^{[l]} &= f\left(z^{[l]}\right) \end{aligned}"#,
    "z^([l]) = a^([l - 1]) W^([l]) + b^([l]); a^([l]) = f(z^([l]))"),
  .init(
    #"\nabla_{\boldsymbol{\theta}} \mathcal{L} = \frac{\partial \mathcal{L}}{\partial \boldsymbol\theta} \ne 0"#,
    "∇_θ L = (∂L)/(∂θ) ≠ 0"),
  .init(#"v \leftarrow \mu v + g, \qquad p \leftarrow p - \eta v"#, "v ← μv + g, p ← p - ηv"),
  .init(
    #"|x| = \max(x, -x), \quad |-3| = 3, \quad \left|\frac{a}{b}\right|"#, "|x| = max(x, -x), |-3| = 3, |a/b|"
  ),
  .init(
    #"1{,}000 \times 3.14 \ne .5, \quad n! = 2^{10}, \quad f''(x) = f'_1(x)^2"#,
    "1,000 × 3.14 ≠ .5, n! = 2^10, f''(x) = f_1'(x)^2"),
  .init(
    #"\sqrt[3]{x + 1} + \dot{x} + \tilde{x} + \ddot{x}"#, "root(3, x + 1) + ẋ + x̃ + ẍ", isDisplayed: false),
  .init(
    #"\{x \in \mathbb{N} \mid \forall y \exists z \colon y \le z\} \subseteq \Omega"#,
    "{x ∈ ℕ | ∀y∃z: y ≤ z} ⊆ Ω"),
  .init(
    #"\Gamma, \Delta, \Theta, \varepsilon, \epsilon, \varphi, \phi, \mathrm{const}, \mathbb{1}, 2\sin 3x\cos y"#,
    "Γ, Δ, Θ, ε, ϵ, φ, ϕ, const, 𝟙, 2 sin 3x cos y"),
]
