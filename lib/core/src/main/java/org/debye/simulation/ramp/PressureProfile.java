package org.debye.simulation.ramp;

/** Pressure against time. */
public sealed interface PressureProfile permits TrapezoidProfile, MeasuredProfile {

  /** GPa at a time, s since the first frame. */
  double at(double seconds);
}
