package org.debye.jobs.study.absorption.mixture;

import java.io.Serializable;

/**
 * A measured spectrum that models are asked about.
 *
 * @param name of its dataset, with the frame where it is not the first
 * @param datasetId as in the tables
 * @param values at the points that models see, in edge steps
 */
record AskedSpectrum(String name, String datasetId, float[] values) implements Serializable {}
