" Opens a draft in Vim with ALE and `fairdraft lsp`, applies the first quick fix, and writes what was seen as JSON.
set nocompatible nomore encoding=utf-8
let g:ale_lint_on_enter = 0
let g:ale_linters_explicit = 1
let g:ale_disable_lsp = 0
let g:ale_linters = {'markdown': ['fairdraft']}
packadd ale
filetype on
call ale#linter#Define('markdown', {
\ 'name': 'fairdraft',
\ 'lsp': 'stdio',
\ 'executable': $NODE,
\ 'command': $FAIRDRAFT,
\ 'project_root': {buffer -> getcwd()},
\})

function! Wait(what, Test) abort
  let l:left = 400
  while !a:Test() && l:left > 0
    sleep 50m
    let l:left -= 1
  endwhile
  if !a:Test()
    call writefile(['waited in vain for ' . a:what], $OUT)
    cquit
  endif
endfunction

function! Found() abort
  return map(copy(ale#engine#GetLoclist(bufnr(''))), {_, one -> [one.code, strpart(getline(one.lnum), one.col - 1, one.end_col - one.col + 1)]})
endfunction

execute 'edit' $DRAFT
set filetype=markdown
ALELint
call Wait('findings', {-> len(ale#engine#GetLoclist(bufnr(''))) > 0})
let s:before = Found()
call cursor(ale#engine#GetLoclist(bufnr(''))[0].lnum, ale#engine#GetLoclist(bufnr(''))[0].col)

" Chooses the first entry of the menu of code actions.
call test_feedinput("1\<CR>")
ALECodeAction
call Wait('the text to change', {-> join(getline(1, '$')) !~# 'sex workers'})
ALELint
call Wait('fewer findings', {-> len(ale#engine#GetLoclist(bufnr(''))) < len(s:before)})
call writefile([json_encode({'before': s:before, 'after': Found(), 'text': join(getline(1, '$'), "\n")})], $OUT)
quitall!
