package dev.aidis.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.regex.Pattern;

/** CPU time of threads of this JVM. */
public final class ThreadTime {
  private ThreadTime() {}

  /** Nanoseconds of all living threads whose whole name matches, since they started. */
  public static long cpuNanos(Pattern name) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && name.matcher(thread.getThreadName()).matches()) {
        nanos += threads.getThreadCpuTime(thread.getThreadId());
      }
    }
    return nanos;
  }
}
