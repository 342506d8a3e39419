/** The study of unmixing: mixtures simulated over a grid, and every method's answer to them. */
@NullMarked
package org.debye.jobs.study.mixture;

import org.jspecify.annotations.NullMarked;
