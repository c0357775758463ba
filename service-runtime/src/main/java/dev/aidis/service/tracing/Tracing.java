package dev.aidis.service.tracing;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Makes the work of a service part of traces. A trace begins with what a client asks, and goes on
 * with each record that says which trace it belongs to. Thread-safe; what is begun becomes the
 * current work of the calling thread.
 */
public interface Tracing extends AutoCloseable {
  /** Makes nothing, and costs nothing. */
  Tracing OFF = new NoTracing();

  /** For who would prepare something else in vain. */
  boolean isOn();

  /** Lets the log tell the trace of a message, until closed; begins nothing. */
  Step within(Carrier message);

  /** Answers a request: of the trace it tells, or of the current one, or of a new one. */
  Step answering(String name, Carrier request);

  /** Sends records to a topic, if there is a current trace. */
  Step sending(String topic, int records);

  /** Works on a record, if that tells a trace. */
  Step taking(Received record);

  /** Works on records at once: a step of each trace that one tells. None becomes current. */
  Step takingTogether(List<Received> records);

  /**
   * Writes the fields of the current trace into a message, so that the work that comes of it
   * belongs to it. Nothing, if there is none or if it is not among those that are recorded.
   */
  void tell(BiConsumer<String, String> message);

  /** The same work, belonging to what is current now, on whatever thread it is done. */
  <T> Supplier<T> carried(Supplier<T> work);

  /** Exports what is left, within two seconds. */
  @Override
  void close();
}
