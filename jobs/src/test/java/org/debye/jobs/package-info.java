/** Tests of the jobs and of the files in conf/. */
@NullMarked
package org.debye.jobs;

import org.jspecify.annotations.NullMarked;
