"""The preview: a page in the browser, on this machine only, that shows the sheet as it is edited.

`serving` starts it. A watcher says that files have changed, a worker process draws a proof of what each open page has
chosen, a server sends it to the browser. Nothing is written, and nothing can be sent to the server but a choice.
"""
