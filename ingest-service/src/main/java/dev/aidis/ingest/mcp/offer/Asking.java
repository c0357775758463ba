package dev.aidis.ingest.mcp.offer;

/** Asks the client while its request is being answered. */
@FunctionalInterface
public interface Asking {
  /** Where there is nobody to ask. */
  Asking NOBODY = questions -> Answers.NONE;

  /**
   * Asks all questions that the client can be asked. Asking may leave by an exception, and the
   * request then comes again with the answers: whoever asks must not have done anything yet.
   */
  Answers ask(Questions questions);
}
