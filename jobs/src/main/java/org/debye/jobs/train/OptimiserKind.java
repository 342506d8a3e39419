package org.debye.jobs.train;

/** How weights follow their gradients. */
public enum OptimiserKind {
  SGD,
  ADAM,
  ADAM_W,
  ADAGRAD
}
