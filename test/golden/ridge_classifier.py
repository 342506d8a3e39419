"""Ridge classifiers with leave-one-out choice of their penalty, by scikit-learn 1.2.1.

    /usr/bin/python3 test/golden/ridge_classifier.py > test/golden/ridge_classifier.txt
"""

import numpy as np
from sklearn.linear_model import RidgeClassifierCV
from sklearn.preprocessing import StandardScaler


def show(name, values, form="%.17g"):
    print(name, *(form % v for v in np.ravel(values)))


def case(name, n, f, classes, weight, rng):
    y = rng.choice(classes, size=n, p=np.arange(1, classes + 1) / np.arange(1, classes + 1).sum())
    y[:classes] = np.arange(classes)
    X = rng.normal(size=(n, f)) * rng.uniform(0.5, 5, f) + 3
    X[:, : f // 2] += rng.normal(size=(classes, f))[y][:, : f // 2]
    X[:, f - 1] = 2  # constant
    X = X.astype(np.float32)
    S = StandardScaler().fit_transform(X.astype(np.float64)).astype(np.float32)
    model = RidgeClassifierCV(np.logspace(-3, 3, 10), class_weight=weight).fit(S.astype(np.float64), y)
    fresh = rng.normal(size=(9, f)).astype(np.float32)
    show(name + "_features", X, "%.9g")
    show(name + "_labels", y, "%d")
    show(name + "_standardised", S, "%.9g")
    show(name + "_alpha", model.alpha_)
    show(name + "_error", -model.best_score_)
    show(name + "_coefficients", np.atleast_2d(model.coef_).T)
    show(name + "_intercepts", model.intercept_)
    show(name + "_fresh", fresh, "%.9g")
    show(name + "_decisions", model.decision_function(fresh.astype(np.float64)))


rng = np.random.default_rng(4)
case("wide_two", 24, 60, 2, None, rng)
case("wide_four", 40, 61, 4, None, rng)
case("wide_weighted", 30, 50, 3, "balanced", rng)
case("tall_two", 90, 12, 2, "balanced", rng)
case("tall_three", 100, 11, 3, None, rng)
