package org.debye.jobs.config;

/** An enum whose values the field spells in its own way: {@code 2th_deg}, {@code q_A^-1}. */
public interface Spelled {
  String spelling();
}
