package dev.aidis.ingest.pipeline;

/** What is still on its way through processor and sink. */
@FunctionalInterface
public interface Pipeline {

  /** Looks now; 0 and 0 when everything acknowledged before the call is in Postgres. */
  Lag lag();

  /**
   * Records not yet taken.
   *
   * @param activitiesLag by the processor
   * @param updatesLag by the sink
   */
  record Lag(long activitiesLag, long updatesLag) {}
}
