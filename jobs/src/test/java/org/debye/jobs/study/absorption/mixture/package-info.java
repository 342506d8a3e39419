/** Tests of the study of mixtures of sites. */
@NullMarked
package org.debye.jobs.study.absorption.mixture;

import org.jspecify.annotations.NullMarked;
