/// Names of other languages and libraries, with what NN-DSL writes instead.
let foreignNames: [String: String] = [
  "ln": "the natural logarithm is `log`",
  "print": "a value on a line of its own is shown",
  "show": "a value on a line of its own is shown",
  "display": "a value on a line of its own is shown",
  "np": "write the function alone: `exp(x)`, not `np.exp(x)`",
  "numpy": "write the function alone: `exp(x)`",
  "torch": "write the function alone: `sigmoid(x)`",
  "math": "write the function alone: `exp(x)`",
  "plt": "write `plot(f, x=-5..5)`",
  "len": "the number of elements is `count(x)`",
  "True": "write `true`, or 1",
  "False": "write `false`, or 0",
  "None": "there is no empty value; leave the argument out",
  "std": "the standard deviation is `sd`",
  "average": "the average is `mean`",
  "logistic": "the logistic function is `sigmoid`",
  "ce": "the loss of classes is `cross_entropy`",
  "linear": "the linear activation is `identity`",
  "heaviside": "the threshold function is `step`",
  "array": "write the numbers in brackets: [1, 2]",
  "matrix": "write the rows in brackets: [1, 2; 3, 4]",
  "range": "write 1..5, both ends included",
  "read": "cells read no file unless it is allowed: nnb run --allow-data FOLDER",
  "def": "a function is written f(x) = …",
  "AND": "define it: table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }",
  "OR": "define it: table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }",
  "XOR": "define it: table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }",
  "NOT": "define it: table NOT(x -> y) { 0:1, 1:0 }",
]

/// Arguments as other libraries name them, by the function they are given to.
let foreignArguments: [String: [String: String]] = [
  "train": [
    "lr": "the learning rate is a number of the optimizer: opt=sgd(0.5)",
    "rate": "the learning rate is a number of the optimizer: opt=sgd(0.5)",
    "learning_rate": "the learning rate is a number of the optimizer: opt=sgd(0.5)",
    "eta": "the learning rate is a number of the optimizer: opt=sgd(0.5)",
    "optimizer": "the optimizer is `opt`: opt=sgd(0.5)",
    "batch_size": "the number of rows of a step is `batch`",
    "steps": "write `epochs`: passes through the data",
    "validation_split": "the rows kept away from learning are `val`",
    "validation_data": "the rows kept away from learning are `val`",
    "patience": "write stop=patience(20)",
    "weight_decay": "the pull of the weights towards 0 is `l2`",
    "seed": "a seed is an option of the cell: #| seed: 7",
    "metrics": "look at accuracy(run.net, data) after the training",
  ]
]

/// What other libraries ask of a net with a point, and NN-DSL with a function.
let foreignNetFields: [String: String] = [
  "fit": "write run = train(net, data, loss=bce, opt=sgd(0.5), epochs=1000)",
  "train": "write run = train(net, data, loss=bce, opt=sgd(0.5), epochs=1000)",
  "compile": "loss and optimizer are arguments of `train`",
  "net": "this is the net itself",
  "predict": "write predict(net, data)",
  "evaluate": "write accuracy(net, data)",
  "accuracy": "write accuracy(net, data)",
  "forward": "write forward(net, data)",
  "summary": "write summary(net)",
  "parameters": "write summary(net), or params(net) for their number",
  "weights": "the weights of layer 1 are `.1.W`",
]
