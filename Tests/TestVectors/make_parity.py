"""Writes what PyTorch computes for nets, losses and optimizers: Tests/NeuralNetworksTests/Vectors/Parity*.swift.

Everything is float64. `half_mse` and `hinge` are written in NumPy, the rest is PyTorch's. Tensors stand in the layout of
nnb: images [m, h, w, c], convolution weights [kh, kw, c, filters], dense weights [in, out]. Values that an activation or
a loss meets lie off its kinks.

    python3 -m venv /tmp/parity && /tmp/parity/bin/pip install torch numpy
    /tmp/parity/bin/python make_parity.py

The format: a line that begins with a word is an entry, `key words…` or `key [sizes] numbers…`; lines of numbers go on
with the entry above; `end` closes a case. What a case does not name is as in the case before. Keys of a net:

    net      input SIZES ; LAYER ; LAYER …      with the layers
               dense UNITS ACTIVATION, softmax, flatten, embed COUNT SIZE,
               conv FILTERS SIZE ACTIVATION STRIDE PAD, pool SIZE STRIDE KIND
    loss     its name
    x y      inputs and targets, a row an example
    p1 p2 …  the parameters in the order of the layers, weights before biases
    output value dx d1 d2 …   the net's output, the loss, its gradients by the inputs and by each parameter

Keys of an optimizer's case: `net loss x y p1 …` as above, `optimizer` its name, `numbers` its arguments in the order of the
reference, `l1` and `l2`, which only weights feel (W of a layer, not b), and `p1@1 … p1@2 … p1@20 …`, the parameters after 1, 2 and 20 steps on all rows.
"""

import copy
import pathlib

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
FOLDER = pathlib.Path(__file__).parent.parent / "NeuralNetworksTests" / "Vectors"

# torch's own hardsigmoid and hardswish multiply by a float32 sixth even in float64; these are the same functions.
ACTIVATIONS = {
    "step": lambda z: torch.heaviside(z.detach(), torch.tensor(1.0)) + 0 * z,
    "sign": lambda z: torch.sign(z.detach()) + 0 * z,
    "identity": lambda z: z, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": F.relu,
    "leaky_relu": F.leaky_relu, "elu": F.elu, "selu": F.selu, "softplus": F.softplus, "softsign": F.softsign,
    "hard_sigmoid": lambda z: torch.clamp(z / 6 + 0.5, 0, 1), "hard_tanh": F.hardtanh, "relu6": F.relu6,
    "silu": F.silu, "hard_swish": lambda z: z * torch.clamp(z + 3, 0, 6) / 6, "gelu": F.gelu, "mish": F.mish,
    "log_sigmoid": F.logsigmoid,
}
KINKS = torch.tensor([-6.0, -3.0, -1.0, 0.0, 1.0, 3.0, 6.0])
PICKED = ["identity", "tanh", "relu", "gelu"]


def half_mse(p, y):
    """The loss and its gradient by the predictions, in NumPy."""
    return np.mean((p - y) ** 2) / 2, (p - y) / p.size


def hinge(p, y):
    """The loss and its gradient by the predictions, in NumPy."""
    return np.mean(np.maximum(0, 1 - y * p)), np.where(1 - y * p > 0, -y, 0) / p.size


BY_NUMPY = {"half_mse": half_mse, "hinge": hinge}
BY_TORCH = {
    "mse": F.mse_loss, "bce": F.binary_cross_entropy, "bce_logits": F.binary_cross_entropy_with_logits,
    "cross_entropy": lambda z, y: F.cross_entropy(z, y.long()), "huber": F.huber_loss,
}
LOSSES = ["mse", "half_mse", "bce", "bce_logits", "cross_entropy", "hinge", "huber"]
UNITS = {"mse": 2, "half_mse": 2, "cross_entropy": 3}


def gradients(loss, prediction, y, leaves):
    """Returns the loss and its gradients by the leaves; zero where nothing depends on a leaf."""
    if loss in BY_NUMPY:
        value, slope = BY_NUMPY[loss](prediction.detach().numpy(), y.numpy())
        by = torch.autograd.grad(prediction, leaves, torch.tensor(slope), allow_unused=True)
    else:
        value = BY_TORCH[loss](prediction, y)
        by = torch.autograd.grad(value, leaves, allow_unused=True)
    return float(value.item()), [torch.zeros_like(leaf) if g is None else g for g, leaf in zip(by, leaves)]


class Layout:
    """The layers of a `net` line, run by torch on tensors in the layout of nnb."""

    def __init__(self, text):
        first, *layers = [part.split() for part in text.split(" ; ")]
        self.input, self.layers, self.sums = [int(size) for size in first[1:]], layers, []

    def shapes(self):
        """The shapes of the parameters."""
        shape, result = self.input, []
        for kind, *words in self.layers:
            numbers = [int(word) for word in words if word.isdigit()]
            if kind == "dense":
                result += [[shape[0], numbers[0]], [numbers[0]]]
                shape = [numbers[0]]
            elif kind == "conv":
                filters, size, stride, pad = numbers
                result += [[size, size, shape[2], filters], [filters]]
                shape = [(side + 2 * pad - size) // stride + 1 for side in shape[:2]] + [filters]
            elif kind == "pool":
                shape = [(side - numbers[0]) // numbers[1] + 1 for side in shape[:2]] + shape[2:]
            elif kind == "flatten":
                shape = [int(np.prod(shape))]
            elif kind == "embed":
                result.append(numbers)
                shape = shape + [numbers[1]]
        return result

    def __call__(self, x, parameters):
        """The outputs; `sums` then holds what activations met."""
        rest, self.sums = iter(parameters), []
        for kind, *words in self.layers:
            if kind == "dense":
                x = self.activate(words[1], x @ next(rest) + next(rest))
            elif kind == "conv":
                weights = next(rest).permute(3, 2, 0, 1)
                images = F.conv2d(x.permute(0, 3, 1, 2), weights, next(rest), stride=int(words[3]), padding=int(words[4]))
                x = self.activate(words[2], images.permute(0, 2, 3, 1))
            elif kind == "pool":
                pool = F.max_pool2d if words[2] == "max" else F.avg_pool2d
                x = pool(x.permute(0, 3, 1, 2), int(words[0]), int(words[1])).permute(0, 2, 3, 1)
            elif kind == "flatten":
                x = x.flatten(1)
            elif kind == "embed":
                x = F.embedding(x.long(), next(rest))
            elif kind == "softmax":
                x = torch.softmax(x, -1)
        return x[:, 0] if x.shape[1:] == (1,) else x

    def activate(self, name, z):
        self.sums.append((name, z.detach()))
        return ACTIVATIONS[name](z)


def is_clear(layout, loss, prediction, y):
    """Whether everything stays inside −6 … 6 and off the kinks."""
    for name, z in layout.sums:
        if name != "identity" and (z.abs().max() >= 6 or (z[..., None] - KINKS).abs().min() < 0.003):
            return False
    if loss == "hinge":
        return bool((1 - y * prediction).abs().min() > 0.01)
    if loss == "huber":
        return bool(((prediction - y).abs() - 1).abs().min() > 0.01)
    return True


def targets(loss, rows, count, random):
    if loss == "cross_entropy":
        return torch.tensor(random.integers(0, 3, rows) * 1.0)
    if loss in ("bce", "bce_logits"):
        return torch.tensor(np.arange(rows) % 2 * 1.0)
    if loss == "hinge":
        return torch.tensor(np.arange(rows) % 2 * 2 - 1.0)
    return torch.tensor(random.uniform(-2, 2, (rows, count) if count > 1 else rows))


def draw(nets, loss, rows, count, random, spread):
    """Inputs, targets and parameters that keep off every kink in all the nets, which have the same shapes."""
    layouts = [Layout(net) for net in nets]
    first = layouts[0]
    for _ in range(100000):
        if first.layers[0][0] == "embed":
            x = torch.tensor(random.integers(0, int(first.layers[0][1]), (rows, *first.input)) * 1.0)
        else:
            x = torch.tensor(random.uniform(-6, 6, (rows, *first.input)))
        parameters = [torch.tensor(random.uniform(-spread, spread, shape)) for shape in first.shapes()]
        y = targets(loss, rows, count, random)
        if all(is_clear(layout, loss, layout(x, parameters), y) for layout in layouts):
            return x, y, parameters
    raise SystemExit(f"no inputs off the kinks for {nets[0]}")


class Writer:
    """Lines of cases; an entry that the case before had alike is left out."""

    def __init__(self):
        self.lines, self.last = [], {}

    def entry(self, key, text):
        if self.last.get(key) != text:
            self.last[key] = text
            self.lines += text

    def words(self, key, words):
        self.entry(key, [f"{key} {words}"])

    def tensor(self, key, tensor):
        value = torch.as_tensor(tensor)
        lines, line = [], f"{key} [{','.join(str(size) for size in value.shape)}]"
        for number in value.detach().flatten().tolist():
            text = repr(number).removesuffix(".0")
            if len(line) + len(text) > 105:
                lines.append(line)
                line = text
            else:
                line += " " + text
        self.entry(key, lines + [line])

    def problem(self, net, loss, x, y, parameters):
        self.words("net", net)
        self.words("loss", loss)
        self.tensor("x", x)
        self.tensor("y", y)
        for i, parameter in enumerate(parameters):
            self.tensor(f"p{i + 1}", parameter)

    def end(self):
        self.lines.append("end")

    def write(self, name, about):
        text = "\n".join("    " + line for line in self.lines)
        (FOLDER / f"Parity{name[0].upper()}{name[1:]}.swift").write_text(
            f"// Made by make_parity.py with torch {torch.__version__.split('+')[0]} and numpy {np.__version__}; do not edit.\n\n"
            f'extension Parity {{\n  /// {about}\n  static let {name} = """\n{text}\n    """\n}}\n')


def write_net(writer, net, loss, x, y, parameters):
    layout = Layout(net)
    leaves = [leaf.clone().requires_grad_() for leaf in parameters]
    embeds = layout.layers[0][0] == "embed"
    x = x.clone().requires_grad_(not embeds)
    prediction = layout(x, leaves)
    value, slopes = gradients(loss, prediction, y, leaves if embeds else leaves + [x])
    writer.problem(net, loss, x, y, parameters)
    writer.tensor("output", prediction)
    writer.tensor("value", value)
    writer.tensor("dx", torch.zeros_like(x) if embeds else slopes.pop())
    for i, slope in enumerate(slopes):
        writer.tensor(f"d{i + 1}", slope)
    writer.end()


def write_activations():
    """Every activation with every loss, in a dense net of two layers, on the same numbers."""
    writer, random = Writer(), np.random.default_rng(1)
    for loss in LOSSES:
        units = UNITS.get(loss, 1)
        nets = [f"input 3 ; dense 4 {name} ; dense {units} {'sigmoid' if loss == 'bce' else 'identity'}" for name in ACTIVATIONS]
        problem = draw(nets, loss, 4, units, random, 0.6)
        for net in nets:
            write_net(writer, net, loss, *problem)
    writer.write("activations", "Every activation with every loss, in a dense net of two layers.")


def write_layers():
    """Every other kind of layer with a few activations and losses."""
    writer, random = Writer(), np.random.default_rng(2)
    bodies = [
        "input 4 4 2 ; conv 2 3 {} 1 0 ; flatten", "input 5 4 1 ; conv 3 2 {} 2 1 ; flatten",
        "input 4 4 1 ; conv 2 3 {} 1 1 ; pool 2 2 max ; flatten", "input 5 5 1 ; conv 2 3 {} 1 1 ; pool 3 2 max ; flatten",
        "input 4 4 1 ; conv 2 3 {} 1 1 ; pool 2 2 mean ; flatten", "input 3 ; embed 5 2 ; flatten ; dense 3 {}",
        "input 2 2 1 ; flatten ; dense 3 {} ; dense 3 {}",
    ]
    for body in bodies:
        for loss in ("mse", "cross_entropy"):
            nets = [body.format(name, name) + f" ; dense {UNITS[loss]} identity" for name in PICKED]
            problem = draw(nets, loss, 2, UNITS[loss], random, 0.4)
            for net in nets:
                write_net(writer, net, loss, *problem)
    for loss in ("mse", "half_mse", "huber"):
        nets = [f"input 3 ; dense 4 {name} ; dense 3 identity ; softmax" for name in PICKED]
        problem = draw(nets, loss, 4, 3, random, 0.6)
        for net in nets:
            write_net(writer, net, loss, *problem)
    writer.write("layers", "Every other kind of layer with some activations and losses.")


def optimizers():
    """Name, arguments, and how torch makes it of groups of parameters, each with its weight decay."""
    adam = lambda kind: lambda lr, b1, b2, eps, *decay: lambda p: kind(
        p, lr, betas=(b1, b2), eps=eps, **({"weight_decay": decay[0]} if decay else {}))
    table = {
        "sgd": (lambda lr: lambda p: torch.optim.SGD(p, lr), [[0.1]]),
        "momentum": (lambda lr, beta: lambda p: torch.optim.SGD(p, lr, momentum=beta),
                     [[0.05, 0.9], [0.1, 0.5]]),
        "nesterov": (lambda lr, beta: lambda p: torch.optim.SGD(p, lr, momentum=beta, nesterov=True),
                     [[0.05, 0.9], [0.1, 0.5]]),
        "rmsprop": (lambda lr, alpha, eps: lambda p: torch.optim.RMSprop(p, lr, alpha=alpha, eps=eps),
                    [[0.01, 0.99, 1e-8], [0.02, 0.8, 1e-3]]),
        "adagrad": (lambda lr, eps: lambda p: torch.optim.Adagrad(p, lr, eps=eps),
                    [[0.01, 1e-10], [0.1, 1e-3]]),
        "adam": (adam(torch.optim.Adam), [[0.001, 0.9, 0.999, 1e-8], [0.05, 0.8, 0.95, 1e-3]]),
        "adamw": (adam(torch.optim.AdamW), [[0.001, 0.9, 0.999, 1e-8, 0.01], [0.05, 0.8, 0.95, 1e-3, 0.1]]),
    }
    for name, (make, choices) in table.items():
        for numbers in choices:
            for l1, l2 in ((0.0, 0.0), (0.0, 0.02), (0.01, 0.0), (0.01, 0.02)):
                yield name, numbers, l1, l2, make(*numbers)


def hold(weights, free, held):
    """As in TensorFlow Playground: a weight that crosses 0, but would not have without l1, stays 0."""
    with torch.no_grad():
        for w, without, at_zero in zip(weights, free, held):
            at_zero |= w * without < 0
            w[at_zero] = 0


def write_optimizers():
    """Twenty steps on all rows, from equal parameters."""
    writer, random = Writer(), np.random.default_rng(3)
    net = "input 2 ; dense 4 tanh ; dense 1 identity"
    layout = Layout(net)
    x, y, start = draw([net], "mse", 4, 1, random, 0.5)
    for name, numbers, l1, l2, make in optimizers():
        parameters = [p.clone().requires_grad_() for p in start]
        # torch's decay of adamw is not the gradient of ½·l2·Σw²; there the penalty is written out.
        weights, biases = parameters[::2], parameters[1::2]
        plain = {} if name == "adamw" else {"weight_decay": 0.0}
        decaying = {} if name == "adamw" else {"weight_decay": l2}
        written = l2 if name == "adamw" else 0.0
        optimizer = make([{"params": weights, **decaying}, {"params": biases, **plain}])
        held = [torch.zeros_like(w, dtype=torch.bool) for w in weights]
        writer.problem(net, "mse", x, y, start)
        writer.words("optimizer", name)
        writer.tensor("numbers", torch.tensor(numbers))
        writer.tensor("l1", l1)
        writer.tensor("l2", l2)
        for step in range(1, 21):
            optimizer.zero_grad()
            (F.mse_loss(layout(x, parameters), y) + sum(written / 2 * w.square().sum() for w in weights)).backward()
            free, free_optimizer = copy.deepcopy((weights, optimizer))
            for w, twin in zip(weights, free):
                twin.grad = w.grad.clone()
            free_optimizer.step()
            sum(l1 * w.abs().sum() for w in weights).backward()
            optimizer.step()
            hold(weights, free, held)
            if step in (1, 2, 20):
                for i, parameter in enumerate(parameters):
                    writer.tensor(f"p{i + 1}@{step}", parameter)
        writer.end()
    writer.write("optimizers", "Twenty steps of every optimizer on all rows, from equal parameters.")


if __name__ == "__main__":
    write_activations()
    write_layers()
    write_optimizers()
