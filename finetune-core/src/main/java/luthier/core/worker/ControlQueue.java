package luthier.core.worker;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import luthier.core.run.RunControl;

/// Requests from any thread, handed to the training thread in order.
final class ControlQueue implements RunControl {
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

    void add(Request request) {
        requests.add(request);
    }

    @Override
    public Request poll() {
        Request next = requests.poll();
        return next == null ? Request.NONE : next;
    }

    @Override
    public Request await() throws InterruptedException {
        return requests.take();
    }
}
