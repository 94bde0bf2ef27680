" Reads a report into the quickfix list as Vim reads a compiler's, and writes where each entry leads to as JSON.
set nocompatible encoding=utf-8
execute 'cfile' $REPORT
call writefile([json_encode(map(getqflist(), {_, one -> [one.text, strpart(getbufline(one.bufnr, one.lnum)[0], one.col - 1)]}))], $OUT)
quitall!
