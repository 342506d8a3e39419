/** Every job on a real cluster, beside the same on one JVM. */
@NullMarked
package org.debye.jobs.cluster;

import org.jspecify.annotations.NullMarked;
