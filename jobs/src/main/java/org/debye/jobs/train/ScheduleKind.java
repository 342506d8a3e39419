package org.debye.jobs.train;

/** How the learning rate goes over the epochs. */
public enum ScheduleKind {
  CONSTANT,
  STEP,
  WARM_UP_COSINE
}
