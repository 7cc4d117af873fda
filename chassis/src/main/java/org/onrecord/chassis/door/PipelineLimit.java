package org.onrecord.chassis.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Ends a connection whose client sends one request after the other and reads no answers. The server reads on while it
 * answers, and would keep requests and answers in memory without end, before anybody is asked for a key.
 */
// Netty looks up which of its methods are its own.
@RegisterForReflection
final class PipelineLimit extends ChannelDuplexHandler {

    private static final String NAME = "pipeline-limit";
    /** The server's own handler of a connection, which this one stands before. */
    private static final String SERVER = "handler";

    /** Clients that send a request before the last one's answer has come are rare, and send a few. */
    private static final int MOST_UNANSWERED = 64;

    private int unanswered = 1;

    private PipelineLimit() {}

    /** Watches a connection from its first request on. Called on the connection's own thread. */
    static void watch(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            Channel channel = base.channel();
            if (channel.pipeline().get(NAME) == null && channel.pipeline().get(SERVER) != null) {
                channel.pipeline().addBefore(SERVER, NAME, new PipelineLimit());
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            unanswered++;
        }
        // Whoever waits for an answer before the next request has read the last one.
        boolean readsNothing =
                message instanceof HttpRequest && !context.channel().isWritable();
        if (unanswered > MOST_UNANSWERED || readsNothing) {
            ReferenceCountUtil.release(message);
            context.close();
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean isInterim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !isInterim) {
            unanswered--;
        }
        context.write(message, promise);
    }
}
