/// The commands of their own that the formulas of ``teachingCorpus`` use, as a page's settings give them.
let teachingMacros: [(name: String, body: String)] = [
  ("R", #"\mathbb{R}"#), ("N", #"\mathbb{N}"#), ("E", #"\mathop{\mathbb{E}}"#), ("vect", #"\boldsymbol{#1}"#),
  ("mat", #"\mathbf{#1}"#), ("norm", #"\left\lVert #1 \right\rVert"#),
  ("abs", #"\left\lvert #1 \right\rvert"#),
  ("pd", #"\frac{\partial #1}{\partial #2}"#), ("argmin", #"\operatorname*{arg\,min}"#), ("set", #"\{#1\}"#),
  ("inner", #"\langle #1, #2 \rangle"#), ("T", #"^{\mathsf{T}}"#), ("loss", #"\mathcal{L}"#),
  ("given", #"\,\middle|\,"#),
  ("KL", #"D_{\mathrm{KL}}\left(#1 \,\middle\|\, #2\right)"#), ("grad", #"\nabla_{#1}"#),
]

/// Formulas in the spirit of lecture notes on machine learning, statistics, calculus and linear algebra, by what they try.
let teachingCorpus: [(topic: String, formulas: [String])] = [
  (
    "macros",
    [
      #"f \colon \R^n \to \R"#, #"\vect{w}\T\vect{x} + b"#, #"\norm{\frac{x}{2}}_2 \le \abs{y}"#,
      #"\pd{\loss}{w_{ij}} = \delta_j x_i"#, #"\hat\theta = \argmin_{\theta \in \R^d} \loss(\theta)"#,
      #"\E_{x \sim p}[f(x)]"#, #"\KL{p}{q} \ge 0"#, #"p\left(y \given x\right)"#,
      #"\set{1, \dots, n} \subset \N"#,
      #"\newcommand{\x}{\mathbf{x}} \x_1 + \x_2"#,
      #"\newcommand{\dd}[2][x]{\frac{d #2}{d #1}} \dd{f} = \dd[t]{g}"#,
      #"\def\half{\tfrac12} \half m v^2"#, #"\DeclareMathOperator{\softmax}{softmax} \softmax(z)_i"#,
      #"\DeclareMathOperator*{\minimize}{minimize} \minimize_{w} \; J(w)"#,
      #"\inner{\mat{A}x}{y} = \inner{x}{\mat{A}\T y}"#,
      #"\grad{\theta} J(\theta)"#,
    ]
  ),
  (
    "environments",
    [
      #"\begin{align} a &= b + c \\ &= d \end{align}"#,
      #"\begin{align*} \dot{x} &= f(x, u) \\ y &= g(x) \end{align*}"#,
      #"\begin{equation} E = mc^2 \end{equation}"#, #"\begin{equation*} a = b \tag{1} \end{equation*}"#,
      #"\begin{equation} \begin{split} A &= \frac{\pi r^2}{2} \\ &= \frac{1}{2} \pi r^2 \end{split} \end{equation}"#,
      #"\begin{gather} 2x - 5y = 8 \\ 3x^2 + 9y = 3a + c \end{gather}"#,
      #"\begin{gathered} a = b \\ c = d + e \end{gathered}"#,
      #"\begin{alignat}{2} x &= y & \quad z &= w \\ a &= b & c &= d \end{alignat}"#,
      #"\begin{eqnarray} y & = & x + 1 \\ z & = & y^2 \nonumber \end{eqnarray}"#,
      #"f(x) = \begin{dcases} \frac{x^2}{2} & \text{if } |x| \le 1 \\ |x| - \frac12 & \text{otherwise} \end{dcases}"#,
      #"\left[\begin{array}{cc|c} 1 & 2 & 3 \\ 4 & 5 & 6 \end{array}\right]"#,
      #"\begin{array}{|l|r|} \hline \text{epoch} & \text{loss} \\ \hline 1 & 0.693 \\ 100 & 0.01 \\ \hline \end{array}"#,
      #"\bigl(\begin{smallmatrix} a & b \\ c & d \end{smallmatrix}\bigr) x"#,
      #"A = \begin{pmatrix} a_{11} & \cdots & a_{1n} \\ \vdots & \ddots & \vdots \\ a_{m1} & \cdots & a_{mn} \end{pmatrix}"#,
      #"\begin{vmatrix} a & b \\ c & d \end{vmatrix}"#, #"\begin{Vmatrix} x \\ y \end{Vmatrix}"#,
      #"\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}^{-1}"#, #"\begin{Bmatrix} a \\ b \end{Bmatrix}"#,
      #"\begin{aligned} z^{(l)} &= W^{(l)} a^{(l-1)} + b^{(l)} \\ a^{(l)} &= \sigma\bigl(z^{(l)}\bigr) \end{aligned}"#,
      #"\begin{rcases} a \\ b \end{rcases} \Rightarrow c"#, #"\begin{multline} a + b \\ + c \end{multline}"#,
      #"\begin{align} a &= 1 \tag{3.1} \\ b &= 2 \notag \end{align}"#,
    ]
  ),
  (
    "above and below",
    [
      #"\underset{x \in X}{\text{maximise}} \; f(x)"#, #"a \overset{!}{=} b"#,
      #"x \stackrel{\text{def}}{=} y"#,
      #"\underbrace{a + b + c}_{\text{sum of three}}"#,
      #"\overbrace{1 + 2 + \cdots + n}^{n \text{ terms}} = \frac{n(n+1)}{2}"#,
      #"\sum_{\substack{i = 1 \\ i \ne j}}^n x_i"#, #"A \xrightarrow{f} B \xleftarrow[g]{h} C"#,
      #"\overrightarrow{AB} = \overleftarrow{BA}"#, #"\underline{x} + \overline{y + z}"#,
      #"\widehat{xyz} + \widetilde{abc}"#,
      #"X_n \xrightarrow[n \to \infty]{\text{a.s.}} X"#,
      #"\underbrace{w^\top x}_{\text{linear}} + \underbrace{b}_{\text{bias}}"#,
      #"\overset{(1)}{\le} \underset{(2)}{\ge}"#, #"\overleftrightarrow{PQ}"#,
    ]
  ),
  (
    "alphabets",
    [
      #"\mathsf{T} \mathtt{x} \mathscr{F} \mathfrak{g}"#, #"\textbf{weights} \textit{bias} \texttt{relu}"#,
      #"\bm{x} \boldsymbol{\theta} \mathbf{W}"#, #"{\cal L} {\rm const} {\bf w} {\it ab}"#,
      #"\mathbb{1}_{x > 0}"#,
      #"\mathcal{N}(\mu, \sigma^2)"#, #"\mathrm{softmax}(\mathbf{z})"#, #"\mathit{diff} \ne diff"#,
      #"\mathfrak{R}_n(\mathcal{H})"#,
      #"\boldsymbol{\Sigma}^{-1} \boldsymbol{\mu}"#, #"\text{if $x > 0$ then } y"#,
      #"\text{area of \emph{all} circles}"#,
      #"\mathrm{d}x \, \mathrm{e}^{-x}"#, #"\mathbf{1}^\top \mathbf{x}"#,
    ]
  ),
  (
    "brackets that grow",
    [
      #"\big( \Big( \bigg( \Bigg( x \Bigg) \bigg) \Big) \big)"#, #"\bigl[ a + \bigl( b - c \bigr) \bigr]"#,
      #"\Bigl\{ x \Bigm| x^2 < 2 \Bigr\}"#, #"\left( \frac{a}{b} \middle| \frac{c}{d} \right)"#,
      #"\left\lfloor \frac{n}{2} \right\rfloor + \left\lceil \frac{n}{2} \right\rceil"#,
      #"\left\langle \frac{u}{2}, v \right\rangle"#,
      #"\left. \frac{df}{dx} \right|_{x = 0}"#, #"\lvert x \rvert + \lVert y \rVert"#,
      #"\lvert -x \lvert = \lvert x \rvert"#,
      #"\biggl\| \sum_i x_i \biggr\|_1"#, #"\left[ 0, 1 \right)"#, #"\left\| w \right\|^2"#,
      #"\Big/ a \Big\backslash"#, #"\left\{ \begin{aligned} x &= 1 \\ y &= 2 \end{aligned} \right."#,
    ]
  ),
  (
    "fractions and binomials",
    [
      #"\binom{n}{k} = \frac{n!}{k!(n-k)!}"#, #"{n \choose k} p^k (1-p)^{n-k}"#,
      #"\cfrac{1}{1 + \cfrac{1}{1 + \cfrac{1}{x}}}"#,
      #"\dbinom{n}{k} \tbinom{n}{k}"#, #"{a \over b} + {c \atop d}"#,
      #"\frac{\partial^2 u}{\partial x^2} = \frac1{c^2} u_{tt}"#,
      #"\dfrac{\tfrac{1}{2}}{3}"#, #"\sqrt[n]{1 + \sqrt{x}}"#,
      #"\frac{1}{\sqrt{2\pi\sigma^2}} e^{-\frac{(x-\mu)^2}{2\sigma^2}}"#,
    ]
  ),
  (
    "boxes, colours and room",
    [
      #"\boxed{\hat{y} = \sigma(z)}"#, #"{\color{red} x} + y"#, #"\textcolor{blue}{a + b} = c"#,
      #"a \color{teal}{=} b"#,
      #"a \hspace{1em} b \phantom{xyz} c"#, #"\sqrt{\vphantom{b} a} + \sqrt{b}"#, #"\smash{\frac12} x"#,
      #"\textcolor{#c00}{w_1} x_1"#, #"a \kern1em b \mkern18mu c"#, #"x \! y \thinspace z \quad w"#,
    ]
  ),
  (
    "operators",
    [
      #"\operatorname{rank}(A) = \operatorname{tr}(P)"#, #"\operatorname*{arg\,max}_{y} p(y \mid x)"#,
      #"\mathop{\mathrm{minimise}}_{w} f(w)"#,
      #"a \equiv b \pmod{n}"#, #"7 \bmod 3 = 1"#, #"a \mod b"#, #"X \mathrel{\perp\!\!\!\perp} Y \mid Z"#,
      #"\mathbb{E}\left[X^2\right] - \mathbb{E}[X]^2"#, #"\operatorname{Var}(X) = \operatorname{Cov}(X, X)"#,
      #"\liminf_{n} a_n \le \limsup_{n} a_n"#,
      #"\Pr(A \cup B)"#, #"\gcd(a, b) \cdot \operatorname{lcm}(a, b)"#, #"\sup_{x \in A} f(x)"#,
      #"\det(A - \lambda I) = 0"#,
      #"\mathop{\sum\sum}_{i < j} a_{ij}"#, #"\operatorname{sgn}(x)"#,
    ]
  ),
  (
    "signs with a stroke, relations and arrows",
    [
      #"a \not= b \not\in C \not\subset D"#, #"x \leqslant y \geqslant z"#,
      #"A \succ 0, B \succeq 0, C \prec D \preceq E"#,
      #"x \triangleq y \coloneqq z \doteq w"#, #"a \lesssim b \gtrsim c \ll d \gg e"#,
      #"p \implies q \iff r \impliedby s"#,
      #"A \hookrightarrow B \twoheadrightarrow C \rightharpoonup D"#,
      #"x \mapsto x^2, \quad x \longmapsto y"#,
      #"a \propto b \asymp c \simeq d \cong e"#, #"\therefore x = y \because z"#,
      #"A \subsetneq B \supseteq C \nsubseteq D"#,
      #"\uparrow \downarrow \updownarrow \nearrow \searrow"#, #"p \vdash q \models r \Vdash s"#,
      #"u \leftrightarrow v \Leftrightarrow w"#,
      #"a \nmid b \parallel c \perp d"#, #"x \leftarrow x - \eta \nabla f(x)"#,
      #"\circlearrowleft \curvearrowright \leadsto"#,
    ]
  ),
  (
    "accents",
    [
      #"\acute{a} \grave{b} \check{c} \breve{d} \mathring{e}"#,
      #"\hat{x} \tilde{x} \bar{x} \vec{x} \dot{x} \ddot{x}"#,
      #"\hat{\mathbf{y}} = \tilde{\boldsymbol{\theta}}"#, #"\bar{\bar{x}} + \overline{\hat{y}}"#,
      #"\vec{\imath} \times \vec{\jmath}"#,
      #"\widehat{\theta}_n \pm \widehat{\mathrm{se}}"#,
      #"\overline{A \cap B} = \overline{A} \cup \overline{B}"#,
    ]
  ),
  (
    "words beside signs",
    [
      #"\text{loss} = \text{data} + \lambda \cdot \text{penalty}"#, #"\text{a} + \text{b}"#,
      #"\text{TP} - \text{FP}"#,
      #"\text{precision} = \frac{\text{TP}}{\text{TP} + \text{FP}}"#,
      #"\text{new} := \text{old} \times \text{rate}"#,
      #"\text{speed} \approx 3.0 \times 10^8 \,\text{m/s}"#, #"\text{if } x = 0,\ \text{then}"#,
    ]
  ),
  (
    "large signs",
    [
      #"\int_0^1 \int_0^1 f(x, y) \, dx \, dy"#, #"\iint_D f \, dA = \oint_C g \, ds"#,
      #"\prod_{i=1}^n \sum_{j=1}^m a_{ij}"#,
      #"\bigcup_{i \in I} A_i \supseteq \bigcap_{i \in I} A_i"#,
      #"\bigoplus_{k} V_k \otimes \bigotimes_k W_k"#, #"\coprod_i X_i"#,
      #"\sum\nolimits_{i} x_i + \sum\limits_{i} y_i"#, #"\textstyle \sum_{i=1}^n x_i"#,
      #"\displaystyle \lim_{n \to \infty} \left(1 + \frac1n\right)^n = e"#,
      #"\iiint_V \rho \, dV"#,
    ]
  ),
  (
    "the course",
    [
      #"w \leftarrow w - \eta \frac{\partial L}{\partial w}"#,
      #"\delta^{(l)} = \bigl(W^{(l+1)}\bigr)^\top \delta^{(l+1)} \odot \sigma'\bigl(z^{(l)}\bigr)"#,
      #"H(p, q) = -\sum_{c=1}^{C} p_c \log q_c"#,
      #"\hat{y} = \begin{cases} 1, & w^\top x \geq T \\ 0, & \text{sonst} \end{cases}"#,
      #"y = x_1 \bar{x}_2 \vee \bar{x}_1 x_2"#,
      #"\mathbf{h}_t = \tanh(\mathbf{W}_{hh}\mathbf{h}_{t-1} + \mathbf{W}_{xh}\mathbf{x}_t)"#,
      #"\text{Attention}(Q, K, V) = \text{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V"#,
      #"m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t"#, #"\Delta w_{ij} = \eta \, \delta_j \, o_i"#,
      #"(f * g)(t) = \int f(\tau) g(t - \tau) \, d\tau"#,
      #"J(\theta) = \frac{1}{2m}\sum_{i=1}^{m} \left(h_\theta(x^{(i)}) - y^{(i)}\right)^2"#,
      #"\lVert x - y \rVert_2 = \sqrt{\sum_{i} (x_i - y_i)^2}"#,
      #"x \in [0, 1]^{d} \setminus \{0\}"#, #"f''(x) + f'(x)^2"#, #"10\,\% \text{ of } \$100"#,
      #"P(A \mid B) = \frac{P(B \mid A)\,P(A)}{P(B)}"#,
    ]
  ),
]
