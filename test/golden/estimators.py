"""Values of subspace, endmember and abundance estimators on a small made scene, in plain numpy and scipy.

Each is computed by another way than the Java: regressions one by one with lstsq, abundances by trying
every support, SISAL with its Kronecker products written out.

    python3 test/golden/estimators.py > test/golden/estimators.txt
"""

import itertools

import numpy as np
from scipy.linalg import eigh
from scipy.optimize import nnls

N, P, K = 60, 16, 3


def show(name, values):
    print(name, *("%.17g" % v for v in np.ravel(values)))


def scene():
    rng = np.random.default_rng(20261121)
    x = np.linspace(0, 1, P)
    pure = np.array([0.2 + np.exp(-((x - c) / 0.25) ** 2) for c in (0.1, 0.5, 0.95)])
    shares = rng.dirichlet([1.0, 0.8, 0.6], N)
    noise = rng.normal(size=(N, P)) * (0.01 + 0.02 * x)
    return pure, shares @ pure + noise


def every_support(E, y, sum_to_one, sparsity=0.0):
    """argmin 1/2 |y - E'a|^2 + sparsity 1'a over a >= 0 (and 1'a = 1)."""
    k = len(E)
    best, value = None, np.inf
    for size in range(0 if not sum_to_one else 1, k + 1):
        for support in itertools.combinations(range(k), size):
            S = E[list(support)]
            G, f = S @ S.T, S @ y - sparsity
            if sum_to_one:
                A = np.block([[G, np.ones((size, 1))], [np.ones((1, size)), np.zeros((1, 1))]])
                a = np.linalg.solve(A, np.r_[f, 1])[:size]
            else:
                a = np.linalg.solve(G, f) if size else np.zeros(0)
            if (a < 0).any():
                continue
            full = np.zeros(k)
            full[list(support)] = a
            v = 0.5 * np.sum((y - full @ E) ** 2) + sparsity * full.sum()
            if v < value:
                best, value = full, v
    return best


def regression_noise(Y):
    ridge = 1e-6 * np.mean(Y**2)
    noise = np.empty_like(Y)
    for b in range(P):
        others = np.delete(Y, b, 1)
        A = np.vstack([others, np.sqrt(ridge) * np.eye(P - 1)])
        beta = np.linalg.lstsq(A, np.r_[Y[:, b], np.zeros(P - 1)], rcond=None)[0]
        noise[:, b] = Y[:, b] - others @ beta
    return noise


def hysime(Y, noise):
    signal = Y - noise
    Ry, Rn, Rx = Y.T @ Y / N, noise.T @ noise / N, signal.T @ signal / N
    E = np.linalg.svd(Rx)[0]
    Rn = Rn + np.trace(Rx) / P * 1e-5 * np.eye(P)
    costs = np.array([2 * e @ Rn @ e - e @ Ry @ e for e in E.T])
    return int((costs < 0).sum()), np.sort(costs)


def snr(Y, k):
    mean = Y.mean(0)
    U = np.linalg.svd((Y - mean).T @ (Y - mean))[0][:, :k]
    x = (Y - mean) @ U
    power = np.sum(Y**2) / N
    inside = np.sum(x**2) / N + mean @ mean
    return 10 * np.log10((inside - k / P * power) / (power - inside))


def sisal(X, corners, tau, iterations):
    """X: N x (K - 1), whitened. The published iteration without its line search on the way up."""
    p, n = X.shape[1] + 1, len(X)
    mu = 1000.0 * p / n
    Y = np.vstack([X.T, np.ones(n)]) / np.sqrt(p)
    M = np.vstack([corners.T, np.ones(p)]) / np.sqrt(p)
    Q = np.linalg.inv(M)
    H = 1e-6 * np.eye(p * p)
    IF = np.linalg.inv(H + mu * np.kron(Y @ Y.T, np.eye(p)))
    B = np.kron(np.eye(p), np.ones((1, p)))
    q_sum = np.linalg.solve(Y @ Y.T, Y).sum(1)
    G = IF @ B.T @ np.linalg.inv(B @ IF @ B.T)
    fixed = G @ q_sum
    G = IF - G @ B @ IF
    Z = Q @ Y
    D = np.zeros_like(Z)
    cost = lambda Q: -np.log(abs(np.linalg.det(Q))) + tau * np.maximum(-Q @ Y, 0).sum()
    for it in range(iterations):
        Q0 = Q
        before = cost(Q)
        base = H @ Q.ravel("F") + np.linalg.inv(Q).T.ravel("F")
        for _ in range(100):
            b = base + mu * ((Z + D) @ Y.T).ravel("F")
            Q = (G @ b + fixed).reshape((p, p), order="F")
            free = Q @ Y - D
            Z = np.where(free > 0, free, np.minimum(free + tau / mu, 0))
            D = D - (Q @ Y - Z)
        while cost(Q) > before + 1e-12:
            Q = (Q + Q0) / 2
    return (np.linalg.inv(Q) * np.sqrt(p))[: p - 1].T, cost(Q)


def main():
    pure, Y = scene()
    show("pure", pure)
    show("spectra", Y)
    C = np.cov(Y.T, bias=True)
    show("pca_variances", np.sort(np.linalg.eigvalsh(C))[::-1])
    noise = regression_noise(Y)
    show("noise_covariance", noise.T @ noise / N)
    dims, costs = hysime(Y, noise)
    show("hysime_dimensions", dims)
    show("hysime_costs", costs)
    show("mnf_variances", eigh(C, np.diag(np.mean(noise**2, 0)), eigvals_only=True)[::-1])
    show("snr", snr(Y, K))
    show("fcls", [every_support(pure, y, True) for y in Y])
    show("nnls", [nnls(pure.T, y)[0] for y in Y])
    show("sunsal_sparse", [every_support(pure, y, False, 0.05) for y in Y])
    # shares near the middle: no pure spectrum, points to pull in from outside
    rng = np.random.default_rng(7)
    w = rng.dirichlet([2.0, 2.0, 2.0], 200)
    X = w @ np.array([[0, 0], [2, 0.5], [0.5, 3.0]]) + 0.02 * rng.normal(size=(200, 2))
    X = X - X.mean(0)
    values, vectors = np.linalg.eigh(np.cov(X.T, bias=True))
    X = X @ vectors / np.sqrt(values)
    start = 4 * np.array([[1.0, 0], [-0.5, 0.9], [-0.5, -0.9]])
    corners, cost = sisal(X, start, 1.0, 400)
    show("sisal_points", X)
    show("sisal_start", start)
    show("sisal_corners", corners)
    show("sisal_cost", cost)


main()
