@NullMarked
package org.debye.evaluation.clustering;

import org.jspecify.annotations.NullMarked;
