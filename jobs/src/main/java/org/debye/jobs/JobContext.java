package org.debye.jobs;

/**
 * What a job gets besides its configuration.
 *
 * @param console where its lines go
 */
public record JobContext(Console console) {}
