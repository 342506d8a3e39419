@NullMarked
package org.debye.jobs.study.absorption;

import org.jspecify.annotations.NullMarked;
