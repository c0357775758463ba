package dev.aidis.service.tracing;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** What there is while tracing is off. */
final class NoTracing implements Tracing {

  @Override
  public boolean isOn() {
    return false;
  }

  @Override
  public Step within(Carrier message) {
    return Step.NONE;
  }

  @Override
  public Step answering(String name, Carrier request) {
    return Step.NONE;
  }

  @Override
  public Step sending(String topic, int records) {
    return Step.NONE;
  }

  @Override
  public Step taking(Received record) {
    return Step.NONE;
  }

  @Override
  public Step takingTogether(List<Received> records) {
    return Step.NONE;
  }

  @Override
  public void tell(BiConsumer<String, String> message) {
    // there is nothing to tell
  }

  @Override
  public <T> Supplier<T> carried(Supplier<T> work) {
    return work;
  }

  @Override
  public void close() {
    // nothing was opened
  }
}
