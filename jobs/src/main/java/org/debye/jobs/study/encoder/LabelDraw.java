package org.debye.jobs.study.encoder;

import java.io.Serializable;

/**
 * Labels that are given away.
 *
 * @param budget how many, as it is written
 * @param number of the draw within its run
 * @param training records that are learnt from
 * @param validation records that are stopped by
 */
record LabelDraw(String budget, int number, int[] training, int[] validation)
    implements Serializable {}
